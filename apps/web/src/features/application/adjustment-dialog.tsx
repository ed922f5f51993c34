"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { toastDone } from "../../ui/toast.ts";
import { DialogForm } from "./dialog-form.tsx";

/** Says what is arranged for the candidate: what to do, never why (law 17). */
export function AdjustmentDialog(props: {
  view: ApplicationView;
  opened: boolean;
  onClose: () => void;
}) {
  const { view, opened, onClose } = props;
  const trpc = useTRPC();
  const answer = useCommand(trpc.application.answerAdjustment.mutationOptions());
  const [effect, setEffect] = useState("");
  const asked = view.adjustments.find((one) => one.answeredAt === null);
  return (
    <DialogForm
      opened={opened && asked !== undefined}
      onClose={onClose}
      title="What is arranged"
      confirmLabel="Tell them"
      missing={effect.trim().length < 2 ? "Say what is arranged." : null}
      running={answer.running}
      refusal={answer.refusal}
      onSubmit={async () => {
        if (asked === undefined) return;
        await answer.run({
          applicationId: view.id,
          adjustmentId: asked.id,
          effect: effect.trim(),
        });
        setEffect("");
        toastDone(`${view.candidate.name} and the interviewers are told.`);
      }}
    >
      <Text size="md">{asked?.asked}</Text>
      <TextInput
        label="What to do"
        description="Interviewers read this: what to do, never why. For example: 75 minutes."
        value={effect}
        onChange={(event) => setEffect(event.currentTarget.value)}
        required
      />
    </DialogForm>
  );
}
