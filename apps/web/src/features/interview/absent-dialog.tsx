"use client";

import { Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Marks that one side did not come: nobody owes a scorecard then, and it is planned anew. */
export function AbsentDialog({
  interview,
  candidate,
  onClose,
}: {
  interview: { id: string; name: string } | null;
  candidate: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const mark = useCommand(trpc.interview.markAbsent.mutationOptions());
  const [side, setSide] = useState<"candidate" | "interviewer">("candidate");
  return (
    <ConfirmDialog
      opened={interview !== null}
      onClose={onClose}
      title="Who did not come?"
      confirmLabel="Mark absent"
      onConfirm={async () => {
        if (interview === null) return;
        await mark.run({ interviewId: interview.id, side });
        toastDone(`${interview.name} is planned anew.`);
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label="Absent"
          value={side}
          onChange={(value) => setSide(value === "interviewer" ? "interviewer" : "candidate")}
        >
          <Stack gap={6} mt={6}>
            <Radio value="candidate" label={candidate} />
            <Radio value="interviewer" label="Our side" />
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          The open scorecards of this interview become void, and the interview is planned once more
          without a time. This cannot be taken back.
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
