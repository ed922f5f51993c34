"use client";

import { Text, Textarea } from "@mantine/core";
import { REVIEW_TEXTS, type ReviewView } from "@rubric/domain/review/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DraftConflict } from "../../ui/draft-conflict.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { textError } from "../../ui/text-error.ts";
import { toastDone } from "../../ui/toast.ts";
import { AtHandAside, AtHandLead, useAtHand } from "./at-hand-aside.tsx";
import { CompetencyCard } from "./competency-card.tsx";
import { partsOf, stillMissing, toSend, whyNotSend } from "./content.ts";
import { MissingLinks } from "./missing-links.tsx";
import classes from "./review.module.css";
import { useReviewDraft } from "./use-review-draft.ts";

/** Writes one's own side of a review: saved as one types, submitted when it is whole. */
export function WriteSide(props: { org: string; view: ReviewView; onSubmitted: () => void }) {
  const { org, view, onSubmitted } = props;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const submit = useCommand(trpc.review.submit.mutationOptions());
  const draft = useReviewDraft(view, () => void queryClient.invalidateQueries());
  const [asking, setAsking] = useState(false);
  const why = whyNotSend(draft.content, view);
  const { unrated, unfounded } = stillMissing(draft.content, view);
  const missing = new Set([...unrated, ...unfounded]);
  const hand = useAtHand(view);
  const themes = Map.groupBy(view.rows, ({ theme }) => theme);
  const other = view.mine === "self" ? (view.manager?.name ?? "Your manager") : view.member.name;
  const heads =
    view.mine === "self" ? { self: "You", manager: other } : { self: other, manager: "You" };
  const aside = ({ key, name }: ReviewView["rows"][number]) => {
    const of = hand?.all.by.get(key);
    if (of === undefined) return null;
    return <AtHandAside of={of} org={org} memberId={view.member.id} name={name} heads={heads} />;
  };
  return (
    <>
      <DraftConflict
        draft={draft}
        title="Your side was written in another window, too."
        parts={(content) => partsOf(content, view)}
      />
      <div className={classes.bar}>
        <span className={classes.quiet}>
          {view.rows.length - missing.size} of {view.rows.length} done
        </span>
        <SaveState state={draft.state} />
        <MissingLinks unrated={unrated} unfounded={unfounded} />
      </div>
      {hand === null ? null : (
        <AtHandLead {...hand} href={`/o/${org}/growth/${view.member.id}/progress`} />
      )}
      <fieldset className={classes.cards} disabled={draft.conflict !== null}>
        <legend className={classes.hidden}>Your side of the review</legend>
        {[...themes].map(([theme, rows]) => (
          <section key={theme} className={classes.cards} aria-label={theme}>
            <h2 className={classes.theme}>{theme}</h2>
            {rows.map((row) => (
              <CompetencyCard
                key={row.competencyId}
                row={row}
                extremeEvidenceLength={view.extremeEvidenceLength}
                content={draft.content}
                onChange={draft.change}
                aside={aside(row)}
              />
            ))}
          </section>
        ))}
        <section className={classes.finish} aria-label="Submit">
          <Textarea
            label="In short"
            description="What you would say first when you sit together."
            autosize
            suppressHydrationWarning
            minRows={2}
            value={draft.content.summary}
            error={textError(REVIEW_TEXTS.summary, draft.content.summary)}
            onChange={(event) =>
              draft.change({ ...draft.content, summary: event.currentTarget.value })
            }
          />
          {why === null ? null : (
            <Text size="sm" c="dimmed">
              {why.sentence} {why.lift}
            </Text>
          )}
          <ReasonButton
            reason={why?.sentence ?? null}
            lift={why?.lift ?? null}
            onClick={() => setAsking(true)}
          >
            Submit your side
          </ReasonButton>
        </section>
      </fieldset>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Submit your side?"
        confirmLabel="Submit"
        onConfirm={async () => {
          await draft.flush();
          await submit.run({ reviewId: view.id, content: toSend(draft.content) });
          draft.done();
          onSubmitted();
          toastDone("Your side is in.");
        }}
      >
        <Text size="sm">From then on it does not change.</Text>
        <Text size="sm">
          {view.other.state === "submitted"
            ? `${other} has submitted already, so both sides open to both of you.`
            : `${other} reads it once both sides are in, or once the due day has passed.`}
        </Text>
      </ConfirmDialog>
    </>
  );
}
