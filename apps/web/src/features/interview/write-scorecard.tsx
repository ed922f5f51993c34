"use client";

import { Button, Text } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import type { ScorecardView } from "@rubric/domain/scorecard/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DraftConflict } from "../../ui/draft-conflict.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useNow } from "../../ui/use-now.ts";
import { ofKit, partsOf, stillToRate, whyNotSend } from "./content.ts";
import { Notice } from "../../ui/notice.tsx";
import { ScorecardForm } from "./scorecard-form.tsx";
import { TimeLeft } from "./time-left.tsx";
import { useScorecardDraft } from "./use-scorecard-draft.ts";

/** Writes one's own scorecard: saved as one types, submitted when it is whole. */
export function WriteScorecard({
  kit,
  scorecard,
}: {
  org: string;
  kit: KitView;
  scorecard: ScorecardView;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const submit = useCommand(trpc.scorecard.submit.mutationOptions());
  const [asking, setAsking] = useState(false);
  const draft = useScorecardDraft(scorecard, kit, () => void queryClient.invalidateQueries());
  const now = useNow();
  const { write } = kit.may;
  if (write !== null) {
    return <Notice tone="locked" title={write.sentence} words={write.lift} />;
  }
  const why = whyNotSend(draft.content, kit, now);
  const open = stillToRate(draft.content, kit.criteria);
  const [next] = open;
  return (
    <>
      <DraftConflict
        draft={draft}
        title="This scorecard was written in another window, too."
        parts={(content) => partsOf(content, kit)}
      />
      <ScorecardForm
        kit={kit}
        content={draft.content}
        onChange={draft.change}
        locked={draft.conflict !== null}
        bar={
          <>
            <TimeLeft startsAt={kit.interview.startsAt} endsAt={kit.interview.endsAt} />
            <span style={{ marginInlineStart: "auto" }}>
              <SaveState state={draft.state} />
            </span>
            {next === undefined ? null : (
              <Button
                component="a"
                href={`#criterion-${next.id}`}
                variant="default"
                size="compact-sm"
                visibleFrom="md"
              >
                {open.length === 1 ? "1 criterion to rate" : `${open.length} criteria to rate`}
              </Button>
            )}
          </>
        }
        submit={
          <>
            {why === null ? null : (
              <Text size="sm" c="dimmed">
                {why.sentence}
              </Text>
            )}
            <ReasonButton
              size="md"
              fullWidth
              reason={why?.sentence ?? null}
              lift={why?.lift ?? null}
              onClick={() => setAsking(true)}
            >
              Submit the scorecard
            </ReasonButton>
          </>
        }
      />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Submit the scorecard?"
        confirmLabel="Submit"
        onConfirm={async () => {
          await draft.flush();
          await submit.run({ scorecardId: scorecard.id, content: ofKit(draft.content, kit) });
          draft.done();
          toastDone("Your scorecard is in.");
        }}
      >
        <Text size="sm">
          From then on it does not change. You can correct it by a new version with a reason, and
          this one stays beside it.
        </Text>
        <Text size="sm">
          {kit.others.needed <= kit.others.counted + 1
            ? "With yours the quorum of this stage is in: its scorecards open to those who rated in it and to who leads the job."
            : `Others' scorecards stay sealed to you until the quorum is in: ${kit.others.counted} of ${kit.others.needed} are in before yours.`}
        </Text>
      </ConfirmDialog>
    </>
  );
}
