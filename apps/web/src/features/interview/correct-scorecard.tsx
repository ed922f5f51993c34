"use client";

import { Button, Group, Textarea } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import {
  type ScorecardContent,
  type ScorecardView,
  TypedScorecard,
} from "@rubric/domain/scorecard/schemas";
import { useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { useNow } from "../../ui/use-now.ts";
import { ofKit, whyNotSend } from "./content.ts";
import { Notice } from "../../ui/notice.tsx";
import { ScorecardForm } from "./scorecard-form.tsx";

const Typed = z.object({ reason: z.string(), content: TypedScorecard });
const empty: ScorecardContent = { ratings: [], notes: [], recommendation: null, summary: "" };

/** Corrects a submitted scorecard by a new version, with a reason; the earlier ones stay (law 3). */
export function CorrectScorecard({
  kit,
  scorecard,
  onClose,
}: {
  kit: KitView;
  scorecard: ScorecardView;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const correct = useCommand(trpc.scorecard.correct.mutationOptions());
  const now = useNow();
  const [last] = scorecard.versions;
  const [typed, setTyped] = useState<z.infer<typeof Typed>>({
    reason: "",
    content: last === undefined ? empty : contentOf(last),
  });
  const draft = useDraft(
    `correction:${scorecard.id}:${scorecard.versions.length}`,
    1,
    Typed,
    ({ value }) => setTyped(value),
  );
  function change(next: typeof typed) {
    setTyped(next);
    draft.keep(next);
  }
  const why = whyNotSend(typed.content, kit, now);
  const missing = typed.reason.trim().length < 3 ? "Say why you correct it." : null;
  return (
    <>
      <Notice
        tone="plain"
        title="You write a new version; what you submitted before stays beside it."
        words={
          kit.others.sealed === null
            ? "You can read the others' scorecards by now, so this version will say so, and figures use the one before."
            : null
        }
      />
      <ScorecardForm
        kit={kit}
        content={typed.content}
        onChange={(content) => change({ ...typed, content })}
        bar={<strong>Correction</strong>}
        submit={
          <>
            <Textarea
              label="Why you correct it"
              required
              autosize
              minRows={2}
              value={typed.reason}
              onChange={(event) => change({ ...typed, reason: event.currentTarget.value })}
            />
            <Refusal refusal={correct.refusal} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Keep it as it is
              </Button>
              <ReasonButton
                loading={correct.running}
                reason={why?.sentence ?? missing}
                lift={why?.lift ?? null}
                onClick={() =>
                  void correct
                    .run({
                      scorecardId: scorecard.id,
                      reason: typed.reason,
                      content: ofKit(typed.content, kit),
                    })
                    .then(() => {
                      draft.clear();
                      toastDone("The correction is in.");
                      onClose();
                    })
                    .catch(() => undefined)
                }
              >
                Submit the correction
              </ReasonButton>
            </Group>
          </>
        }
      />
    </>
  );
}

function contentOf(version: ScorecardView["versions"][number]): ScorecardContent {
  const { ratings, notes, recommendation, summary } = version;
  return { ratings, notes, recommendation, summary };
}
