"use client";

import { Modal, Stack, Text } from "@mantine/core";
import type { BrokenGlassView } from "@rubric/domain/scorecard/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ScorecardVersion } from "./scorecard-version.tsx";

/** Reads the sealed scorecards of a stage once, with a reason that stays on each of them (law 1). */
export function BreakGlassDialog({
  stage,
  onClose,
}: {
  stage: { applicationId: string; stageId: string; name: string } | null;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const shatter = useCommand(trpc.scorecard.breakGlass.mutationOptions());
  const [shown, setShown] = useState<BrokenGlassView | null>(null);
  return (
    <>
      <ConfirmDialog
        opened={stage !== null && shown === null}
        onClose={() => (shown === null ? onClose() : undefined)}
        title={stage === null ? "" : `Break the seal of ${stage.name}?`}
        confirmLabel="Break the seal"
        reason={{
          label: "Why it must be",
          description: "It goes into the audit trail and stays on each scorecard.",
          minLength: 20,
        }}
        onConfirm={async (reason) => {
          if (stage === null) return;
          const { applicationId, stageId } = stage;
          setShown(await shatter.run({ applicationId, stageId, reason }));
        }}
      >
        <Text size="sm">
          You read what was submitted so far, once. If you owe a scorecard on this candidate
          yourself, it will say that you had read these.
        </Text>
      </ConfirmDialog>
      <Modal
        opened={shown !== null}
        onClose={() => {
          setShown(null);
          onClose();
        }}
        size="lg"
        title={shown?.name ?? ""}
      >
        <Stack gap="sm">
          {shown?.scorecards.map((card) => {
            const [version] = card.versions;
            return version === undefined ? null : (
              <ScorecardVersion
                key={card.id}
                version={version}
                criteria={shown.criteria}
                questions={[]}
                title={`${card.author.name}, ${card.interview.name}`}
                open
              />
            );
          })}
        </Stack>
      </Modal>
    </>
  );
}
