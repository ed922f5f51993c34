"use client";

import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DayField } from "../../ui/day-field.tsx";

/** Asks until when a question rests, and why. */
export function RestDialog(props: { questionId: string; opened: boolean; onClose: () => void }) {
  const { questionId, opened, onClose } = props;
  const trpc = useTRPC();
  const rest = useCommand(trpc.question.rest.mutationOptions());
  const [until, setUntil] = useState<string | null>(null);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Let this question rest?"
      confirmLabel="Let it rest"
      reason={{ label: "Why?", description: "Kept with the question.", minLength: 3 }}
      lacks={until === null ? "Say until when." : null}
      onConfirm={(reason) => rest.run({ questionId, until: until ?? "", reason })}
    >
      <p style={{ margin: 0 }}>
        No job can take it into a new kit before that day. Kits that ask it already stay as they
        are: take it out of their plans, or withdraw it where it may not be asked at all.
      </p>
      <DayField
        label="Until"
        description="From this day on it may be asked again."
        value={until}
        onChange={setUntil}
        valueFormat="D MMM YYYY"
        required
      />
    </ConfirmDialog>
  );
}
