"use client";

import { Text } from "@mantine/core";
import type { InterviewState } from "@rubric/domain/interview/rules";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Calls an interview off, with a reason. */
export function CancelInterviewDialog({
  interview,
  onClose,
}: {
  interview: { id: string; name: string; state: InterviewState } | null;
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
        toastDone(
          interview.state === "planned"
            ? "The interview is cancelled."
            : "The interview is cancelled, and waits to be scheduled again.",
        );
      }}
    >
      <Text size="sm">
        {interview?.state === "planned"
          ? "Nobody was invited yet, and nobody is told. This stage goes on without it; only the hiring manager can add an interview again."
          : "Everybody who was invited is told, and it leaves their calendars. Nobody owes a scorecard of it any more, and it waits to be scheduled again. To keep the people and only change the time, move it instead."}
      </Text>
    </ConfirmDialog>
  );
}
