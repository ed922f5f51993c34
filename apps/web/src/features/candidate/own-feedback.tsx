"use client";

import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { useArrival } from "../../ui/use-arrival.ts";
import { ExactDay } from "./exact-day.tsx";
import classes from "./own.module.css";

/** After a rejection: the way to ask what would have shown more, and the answer. */
export function OwnFeedback(props: {
  of: OwnApplication;
  slug: string;
  /** Whether there is anything here that one can prepare for. */
  canPrepare: boolean;
}) {
  const { of, slug, canPrepare } = props;
  const [asked, setAsked] = useState(false);
  const heading = useArrival(asked);
  if (of.state !== "rejected") return null;
  const { feedback } = of;
  if (feedback === null) return <Ask of={of} onAsked={() => setAsked(true)} />;
  if (feedback.sentAt === null) {
    return (
      <section className={classes.block} aria-labelledby={`feedback-${of.id}`}>
        <h3 id={`feedback-${of.id}`} ref={heading} tabIndex={-1} className={classes.came}>
          Feedback
        </h3>
        <p>
          You asked for feedback on <ExactDay at={feedback.askedAt} />.{" "}
          {feedback.dueAt === null ? (
            "It is not owed any more."
          ) : (
            <>
              You will have it by{" "}
              <strong>
                <ExactDay at={feedback.dueAt} />
              </strong>
              . It will stand here, and an e-mail tells you once it does.
            </>
          )}
        </p>
      </section>
    );
  }
  const gaps = feedback.words.map(({ key }) => encodeURIComponent(key)).join(",");
  const at = of.prepareFor === null ? "/prepare" : `/jobs/${of.prepareFor}/prepare`;
  return (
    <section className={classes.block} aria-labelledby={`feedback-${of.id}`}>
      <h3 id={`feedback-${of.id}`}>Feedback</h3>
      <p className={classes.quiet}>
        Written for you by somebody of the team on <ExactDay at={feedback.sentAt} />. It is about
        what was seen then, not about all that you can.
      </p>
      <dl className={classes.answers}>
        {feedback.words.map((one) => (
          <div key={one.key}>
            <dt>{one.competency}</dt>
            <dd>{one.text}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.buttons}>
        {canPrepare ? (
          <Link href={`/${slug}${at}#gaps=${gaps}`}>Make a plan from it</Link>
        ) : (
          <span className={classes.quiet}>
            A plan can be made from it while a job is open here; none is right now.
          </span>
        )}
      </p>
    </section>
  );
}

function Ask({ of, onAsked }: { of: OwnApplication; onAsked: () => void }) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.feedback.ask.mutationOptions());
  const may = of.may.askFeedback;
  return (
    <section className={classes.block} aria-labelledby={`feedback-${of.id}`}>
      <h3 id={`feedback-${of.id}`}>Would you like feedback?</h3>
      <p>
        Somebody of the team writes to you, competency by competency, what would have shown more.
        You can ask once.
      </p>
      <ReasonButton
        variant="default"
        reason={may?.sentence ?? null}
        lift={may?.lift ?? null}
        loading={ask.running}
        onClick={() => {
          void ask.run({ applicationId: of.id }).then(onAsked, () => undefined);
        }}
      >
        Ask for feedback
      </ReasonButton>
      {may === null ? null : <p className={classes.quiet}>{may.sentence}</p>}
      <Refusal refusal={ask.refusal} />
    </section>
  );
}
