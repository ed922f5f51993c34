"use client";

import { Button, Textarea } from "@mantine/core";
import type { ReviewView } from "@rubric/domain/review/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Form } from "../../ui/form.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Closes a review with what was agreed, or cancels it: the manager's. */
export function EndButtons({ view }: { view: ReviewView }) {
  const trpc = useTRPC();
  const close = useCommand(trpc.review.close.mutationOptions());
  const cancel = useCommand(trpc.review.cancel.mutationOptions());
  const [open, setOpen] = useState<"close" | "cancel" | null>(null);
  const reviewId = view.id;
  if (view.mine !== "manager" || view.state !== "open") return null;
  return (
    <>
      <MayButton
        label="Cancel the review"
        may={view.may.cancel}
        onClick={() => setOpen("cancel")}
      />
      <MayButton
        label="Close the review"
        primary
        may={view.may.close}
        onClick={() => setOpen("close")}
      />
      <ConfirmDialog
        opened={open === "close"}
        onClose={() => setOpen(null)}
        title="Close the review?"
        confirmLabel="Close the review"
        reason={{
          label: "What you agreed",
          description: `${view.member.name} reads it and may answer.`,
          minLength: 3,
        }}
        onConfirm={async (outcome) => {
          await close.run({ reviewId, outcome });
          toastDone("The review is closed.");
        }}
      />
      <ConfirmDialog
        opened={open === "cancel"}
        onClose={() => setOpen(null)}
        title="Cancel the review?"
        confirmLabel="Cancel the review"
        tone="destroy"
        reason={{ label: "Why", description: "Both of you read it.", minLength: 3 }}
        onConfirm={async (reason) => {
          await cancel.run({ reviewId, reason });
          toastDone("The review is cancelled.");
        }}
      >
        <p style={{ margin: 0 }}>
          What was submitted stays as it is: sealed if it is sealed now. A new review may be opened.
        </p>
      </ConfirmDialog>
    </>
  );
}

/** How a review ended, and what the member says to it. */
export function Ending({ view }: { view: ReviewView }) {
  if (view.state === "open") return null;
  const cancelled = view.state === "cancelled";
  return (
    <section className={panel.panel} aria-label="How it ended">
      <div className={panel.head}>
        <h2 className={panel.title}>{cancelled ? "Why it was cancelled" : "What was agreed"}</h2>
        <p className={panel.quiet}>
          {view.closedAt === null ? null : <ExactTime at={view.closedAt} />}
        </p>
      </div>
      <p className={panel.words}>{view.outcome}</p>
      {cancelled ? null : <Answer view={view} />}
    </section>
  );
}

function Answer({ view }: { view: ReviewView }) {
  const trpc = useTRPC();
  const answer = useCommand(trpc.review.answer.mutationOptions());
  const [text, setText] = useState<string | null>(null);
  const given = view.answer !== "";
  const own = view.mine === "self";
  if (text !== null) {
    const short = text.trim().length < 3;
    return (
      <Form
        className={panel.stack}
        style={{ marginTop: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (short) return;
          void answer
            .run({ reviewId: view.id, answer: text.trim() })
            .then(() => setText(null))
            .catch(() => undefined);
        }}
      >
        <Textarea
          label="What you say to it"
          description="Your manager reads it. You may change it later; your newest words stand."
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
        />
        <Refusal refusal={answer.refusal} />
        <div className={panel.row}>
          <ReasonButton
            type="submit"
            loading={answer.running}
            reason={short ? "Write a few words first." : null}
          >
            Answer
          </ReasonButton>
          <Button variant="default" onClick={() => setText(null)}>
            Keep as it is
          </Button>
        </div>
      </Form>
    );
  }
  return (
    <div className={panel.stack} style={{ marginTop: 16 }}>
      {given ? (
        <blockquote style={{ margin: 0 }}>
          <p className={panel.words}>{view.answer}</p>
          <footer className={panel.quiet}>
            {view.member.name}
            {view.answeredAt === null ? null : (
              <>
                , <ExactTime at={view.answeredAt} />
              </>
            )}
          </footer>
        </blockquote>
      ) : own ? null : (
        <p className={panel.quiet}>{view.member.name} has not answered.</p>
      )}
      {own && view.may.answer === null ? (
        <div>
          <Button variant={given ? "default" : "filled"} onClick={() => setText(view.answer)}>
            {given ? "Change your answer" : "Answer it"}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
