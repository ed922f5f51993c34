"use client";

import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { ExactDay } from "./exact-day.tsx";
import { OwnActions } from "./own-actions.tsx";
import { OwnAdjustments } from "./own-adjustments.tsx";
import { OwnFeedback } from "./own-feedback.tsx";
import { OwnFiles } from "./own-files.tsx";
import { OwnInterviewCard } from "./own-interview.tsx";
import { OwnLine } from "./own-line.tsx";
import { OwnMessages } from "./own-messages.tsx";
import { OwnNextWord } from "./own-next-word.tsx";
import { OwnRanges } from "./own-ranges.tsx";
import { stateWords } from "./own-words.ts";
import { placesWords } from "./post-words.ts";
import classes from "./own.module.css";

/** One application on its person's own page. */
export function OwnApplicationSection({
  of,
  slug,
  canPrepare,
  token,
  offer,
  fold,
}: {
  of: OwnApplication;
  /** Of the organization. */
  slug: string;
  canPrepare: boolean;
  token: string;
  offer: (offer: OwnApplication["offers"][number]) => ReactNode;
  /** Whether it can be folded away, as one of several, and is at first. */
  fold: "no" | "open" | "shut";
}) {
  const [open] = useState(fold === "open");
  const goesOn = of.state === "active" || of.state === "on_hold";
  const ahead = of.interviews.filter(
    ({ state }) =>
      goesOn && (state === "scheduled" || state === "proposed" || state === "cancelled"),
  );
  const offerOut = of.offers.some((one) => one.state === "sent");
  const head = (
    <>
      <h2>{of.job.title}</h2>
      <span className={classes.quiet}>
        {of.job.team}, {placesWords(of.job)}. Applied on <ExactDay at={of.createdAt} />
        {of.endedAt === null ? null : (
          <>
            , ended on <ExactDay at={of.endedAt} />
          </>
        )}
      </span>
    </>
  );
  const body = (
    <>
      <div className={classes.now}>
        <p className={classes.state}>{stateWords(of)}</p>
        {of.nextWordAt === null || offerOut ? null : <OwnNextWord at={of.nextWordAt} />}
      </div>
      {of.offers.map((one) => (
        <div key={one.id} className={classes.block}>
          {offer(one)}
        </div>
      ))}
      {ahead.length === 0 ? null : (
        <section className={classes.block} aria-label="Your interviews">
          {ahead.map((interview) => (
            <OwnInterviewCard key={interview.id} of={interview} application={of} />
          ))}
        </section>
      )}
      <OwnMessages of={of} />
      <OwnFeedback of={of} slug={slug} canPrepare={canPrepare} />
      <OwnLine steps={of.steps} label={`The steps of your application: ${of.job.title}`} />
      {goesOn && of.prepareFor !== null ? (
        <p>
          <Link href={`/${slug}/jobs/${of.prepareFor}/prepare#checklist`}>
            Prepare for the steps to come
          </Link>
          , with a checklist and, if you like, a plan. Nobody here learns what you do there.
        </p>
      ) : null}
      <OwnRanges of={of} />
      <OwnAdjustments of={of} />
      <OwnFiles of={of} token={token} />
      <OwnActions of={of} />
    </>
  );
  if (fold === "no") {
    return (
      <section className={classes.application}>
        <div className={classes.head}>{head}</div>
        {body}
      </section>
    );
  }
  return (
    <details className={classes.application} open={open}>
      <summary className={classes.head}>{head}</summary>
      {body}
    </details>
  );
}
