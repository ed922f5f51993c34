"use client";

import { Group, Paper } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Applications that are judged by an earlier plan, and the way to move them all (law 6). */
export function PinnedNotice({ job }: { job: JobView }) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.job.askToMovePinned.mutationOptions());
  const move = useCommand(trpc.job.movePinned.mutationOptions());
  const [asking, setAsking] = useState<"ask" | "move" | null>(null);
  const { pinned, move: asked, current } = job.plans;
  if (pinned.length === 0 || current === null) return null;
  const words = pinned.map(
    ({ applications, planNumber }) =>
      `${applications} ${applications === 1 ? "application is" : "applications are"} judged by version ${planNumber}`,
  );
  const { askToMovePinned: mayAsk, movePinned: mayMove } = job.may;
  return (
    <Paper withBorder p="sm" mb="md">
      <Group justify="space-between" gap="sm">
        <div>
          <div>
            {words.join(", ")}, and will be to the end: their interviews had begun when version{" "}
            {current.number} came into force.
          </div>
          {asked === null ? null : (
            <div>
              {asked.askedBy.name} asked <RelativeTime at={asked.at} /> to move all of them: “
              {asked.reason}”
            </div>
          )}
        </div>
        {asked === null ? (
          mayAsk?.law === 15 ? null : (
            <ReasonButton
              variant="default"
              size="xs"
              reason={mayAsk?.sentence ?? null}
              lift={mayAsk?.lift ?? null}
              onClick={() => setAsking("ask")}
            >
              Ask to move them…
            </ReasonButton>
          )
        ) : mayMove?.law === 15 ? null : (
          <ReasonButton
            variant="default"
            size="xs"
            reason={mayMove?.sentence ?? null}
            lift={mayMove?.lift ?? null}
            onClick={() => setAsking("move")}
          >
            Move all of them…
          </ReasonButton>
        )}
      </Group>
      <ConfirmDialog
        opened={asking === "ask"}
        onClose={() => setAsking(null)}
        title="Ask to move all of them?"
        confirmLabel="Ask"
        reason={{ label: "Why they should be judged otherwise", minLength: 3 }}
        onConfirm={(reason) => ask.run({ jobId: job.id, reason })}
      >
        A second person does it. Until then nothing changes.
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === "move"}
        onClose={() => setAsking(null)}
        title={`Move all of them to version ${current.number}?`}
        confirmLabel="Move all"
        onConfirm={async () => {
          await move.run({ jobId: job.id });
          toastDone("All applications are on the plan in force.");
        }}
      >
        Each keeps its stage and what was written about it. Interviews that are still ahead take
        over the new kit, unless somebody has begun to write about them. It is noted on each
        application, with the reason.
      </ConfirmDialog>
    </Paper>
  );
}
