"use client";

import type { DeadlineLine } from "@rubric/domain/deadline/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Says that a deadline was met outside the product, and how. */
export function CompleteDialog(props: { line: DeadlineLine | null; onClose: () => void }) {
  const { line, onClose } = props;
  const trpc = useTRPC();
  const complete = useCommand(trpc.deadline.complete.mutationOptions());
  return (
    <ConfirmDialog
      opened={line !== null}
      onClose={onClose}
      title={line?.what ?? ""}
      confirmLabel="It is met"
      reason={{
        label: "How it was met",
        description: "In one line: who was told, when, where it can be found.",
        minLength: 3,
      }}
      onConfirm={async (note) => {
        if (line === null) return;
        await complete.run({ deadlineId: line.id, note: note.replaceAll(/\s+/g, " ") });
        toastDone("The deadline is met.");
      }}
    >
      From now on it stands among those that were met, with your name and the time.
    </ConfirmDialog>
  );
}
