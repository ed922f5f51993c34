"use client";

import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useNow } from "../../ui/use-now.ts";
import { DialogForm } from "./dialog-form.tsx";

const DAY = 86_400_000;

/** Puts an application on hold: why, and when the candidate hears from us next (law 11). */
export function HoldDialog(props: {
  view: { id: string; candidate: { name: string } };
  opened: boolean;
  onClose: () => void;
}) {
  const { view, opened, onClose } = props;
  const trpc = useTRPC();
  const hold = useCommand(trpc.application.hold.mutationOptions());
  const now = useNow();
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const missing =
    day === null
      ? "Choose the day of the next word."
      : reason.trim().length < 3
        ? "Say why."
        : null;
  return (
    <DialogForm
      opened={opened}
      onClose={onClose}
      title={`Put ${view.candidate.name} on hold`}
      confirmLabel="Put on hold"
      missing={missing}
      running={hold.running}
      refusal={hold.refusal}
      onSubmit={async () => {
        const nextWordAt = new Date(`${day}T17:00:00`).toISOString();
        await hold.run({ applicationId: view.id, reason: reason.trim(), nextWordAt });
        toastDone(`${view.candidate.name} is on hold and was told.`);
      }}
    >
      <DayField
        label="They hear from us by"
        description="They are told this date; it becomes a deadline of yours."
        value={day}
        onChange={setDay}
        minDate={new Date(now + DAY).toISOString().slice(0, 10)}
        valueFormat="ddd D MMM YYYY"
        required
      />
      <Textarea
        label="Why"
        description="Sealed like a note; the candidate is not told the reason."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        required
      />
    </DialogForm>
  );
}
