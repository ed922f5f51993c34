"use client";

import { Stack, Text, Textarea } from "@mantine/core";
import {
  type FeedbackContent,
  FeedbackText,
  type FeedbackView,
} from "@rubric/domain/feedback/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DraftConflict } from "../../ui/draft-conflict.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { textError, unsavable } from "../../ui/text-error.ts";
import { toastDone } from "../../ui/toast.ts";
import classes from "./feedback.module.css";
import { textOn, useFeedbackDraft, whyUnsavable, withText } from "./use-feedback-draft.ts";

/** Writes feedback per competency, and sends it once. */
export function WriteFeedback({ view }: { view: FeedbackView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const send = useCommand(trpc.feedback.send.mutationOptions());
  const [asking, setAsking] = useState(false);
  const draft = useFeedbackDraft(view, () => void queryClient.invalidateQueries());
  const { content } = draft;
  const { write } = view.may;
  const long = whyUnsavable(content, view);
  const nothing =
    written(content) === 0
      ? { sentence: "Nothing is written yet.", lift: "Write to at least one competency." }
      : null;
  const why = write ?? (long === null ? nothing : unsavable(long));
  return (
    <>
      <DraftConflict
        draft={draft}
        title="This feedback was written in another window, too."
        parts={(one) =>
          view.competencies.map(({ competencyId, name }) => ({
            of: name,
            text: textOn(one, competencyId),
          }))
        }
      />
      <section className={classes.remind} aria-labelledby="remind">
        <h2 id="remind">What helps, and what stays out</h2>
        <ul>
          <li>
            Your own words, to the person: what would have shown more, and what to do for it. Leave
            a competency empty if you have nothing of use to say.
          </li>
          <li>
            No mark, no comparison with others, no name of who interviewed, and no sentence from a
            scorecard: those words are their authors&rsquo;.
          </li>
          <li>
            Nothing about health, what was arranged for them, age, origin, family, faith or any
            other protected trait, not even kindly meant.
          </li>
        </ul>
      </section>
      <Stack gap="lg">
        {view.competencies.map((one) => (
          <Textarea
            key={one.competencyId}
            label={one.name}
            description={one.anchor === "" ? one.level : `${one.level}: ${one.anchor}`}
            autosize
            minRows={3}
            suppressHydrationWarning
            readOnly={write !== null || draft.conflict !== null}
            value={textOn(content, one.competencyId)}
            error={textError(FeedbackText, textOn(content, one.competencyId))}
            onChange={(event) =>
              draft.change(withText(content, one.competencyId, event.currentTarget.value))
            }
          />
        ))}
      </Stack>
      <div className={classes.send}>
        <SaveState state={draft.state} />
        <ReasonButton
          reason={why?.sentence ?? null}
          lift={why?.lift ?? null}
          onClick={() => setAsking(true)}
        >
          Send to {view.candidate}
        </ReasonButton>
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Send this feedback?"
        confirmLabel="Send"
        onConfirm={async () => {
          await draft.flush();
          await send.run({ applicationId: view.applicationId, content });
          draft.done();
          toastDone(`${view.candidate} is told that it is there.`);
        }}
      >
        <Text size="sm">
          {view.candidate} reads it on their page, without your name, and gets an e-mail that says
          only that it is there. It cannot be changed afterwards. {written(content)} of{" "}
          {view.competencies.length} competencies have words.
        </Text>
      </ConfirmDialog>
    </>
  );
}

function written({ words }: FeedbackContent): number {
  return words.filter(({ text }) => text.trim() !== "").length;
}
