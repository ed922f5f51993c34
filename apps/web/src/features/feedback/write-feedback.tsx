"use client";

import { Stack, Text, Textarea } from "@mantine/core";
import type { FeedbackView } from "@rubric/domain/feedback/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./feedback.module.css";
import { contentOf, useFeedbackDraft } from "./use-feedback-draft.ts";

/** Writes feedback per competency, and sends it once. */
export function WriteFeedback({ view }: { view: FeedbackView }) {
  const trpc = useTRPC();
  const send = useCommand(trpc.feedback.send.mutationOptions());
  const [asking, setAsking] = useState(false);
  const draft = useFeedbackDraft({
    applicationId: view.applicationId,
    texts: Object.fromEntries(view.competencies.map((one) => [one.competencyId, one.text])),
    revision: view.revision,
    savedAt: view.draftSavedAt,
  });
  const content = contentOf(draft.texts);
  const { write } = view.may;
  const nothing = content.words.length === 0 ? "Nothing is written yet." : null;
  return (
    <>
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
            maxLength={4000}
            readOnly={write !== null}
            value={draft.texts[one.competencyId] ?? ""}
            onChange={(event) => draft.change(one.competencyId, event.currentTarget.value)}
          />
        ))}
      </Stack>
      <div className={classes.send}>
        <SaveState state={draft.state} />
        <ReasonButton
          reason={write?.sentence ?? nothing}
          lift={write === null ? "Write to at least one competency." : write.lift}
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
          draft.end();
          toastDone(`${view.candidate} is told that it is there.`);
        }}
      >
        <Text size="sm">
          {view.candidate} reads it on their page, without your name, and gets an e-mail that says
          only that it is there. It cannot be changed afterwards. {content.words.length} of{" "}
          {view.competencies.length} competencies have words.
        </Text>
      </ConfirmDialog>
    </>
  );
}
