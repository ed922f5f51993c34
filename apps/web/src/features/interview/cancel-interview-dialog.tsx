"use client";

import { Text } from "@mantine/core";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Calls an interview off, with a reason. */
export function CancelInterviewDialog({
  interview,
  onClose,
}: {
  interview: { id: string; name: string } | null;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const cancel = useCommand(trpc.interview.cancel.mutationOptions());
  return (
    <ConfirmDialog
      opened={interview !== null}
      onClose={onClose}
      title={interview === null ? "" : `Cancel ${interview.name}?`}
      confirmLabel="Cancel the interview"
      reason={{ label: "Reason", minLength: 3 }}
      onConfirm={async (reason) => {
        if (interview === null) return;
        await cancel.run({ interviewId: interview.id, reason });
        toastDone("The interview is cancelled.");
      }}
    >
      <Text size="sm">
        Everybody who was invited is told, and it leaves their calendars. Nobody owes a scorecard of
        it any more. To find another time, move it instead.
      </Text>
    </ConfirmDialog>
  );
}
