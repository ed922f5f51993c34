"use client";

import type { FeedbackView } from "@rubric/domain/feedback/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { useNow } from "../../ui/use-now.ts";
import classes from "./feedback.module.css";
import { WriteFeedback } from "./write-feedback.tsx";

/** The feedback that a rejected candidate asked for: to be written, or as it was sent. */
export function FeedbackPage({ org, applicationId }: { org: string; applicationId: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.feedback.show.queryOptions({ applicationId }));
  const now = useNow();
  const at = `/o/${org}/applications/${applicationId}`;
  const late = view.dueAt !== null && Date.parse(view.dueAt) < now;
  return (
    <>
      <PageHeader
        title={`Feedback for ${view.candidate}`}
        crumbs={[
          { label: view.job.title, href: `/o/${org}/jobs/${view.job.id}` },
          { label: view.candidate, href: at },
        ]}
        state={
          view.state === "sent" ? (
            <ToneBadge tone="good">Sent</ToneBadge>
          ) : (
            <ToneBadge tone={late ? "late" : "waiting"}>{late ? "Late" : "Owed"}</ToneBadge>
          )
        }
        lead={<Lead view={view} />}
      />
      <div className={classes.page}>
        <p>
          <Link href={`${at}/debrief`}>Read the scorecards and the debrief</Link>, as far as they
          are open to you, before you write.
        </p>
        {view.state === "sent" ? <Sent view={view} /> : <WriteFeedback view={view} />}
      </div>
    </>
  );
}

function Lead({ view }: { view: FeedbackView }) {
  if (view.sentAt !== null) {
    return (
      <>
        {view.sentBy} sent it on <ExactTime at={view.sentAt} />. It does not change any more.
      </>
    );
  }
  if (view.dueAt === null)
    return (
      <>
        Asked for on <ExactTime at={view.askedAt} />.
      </>
    );
  return (
    <>
      Asked for on <ExactTime at={view.askedAt} />, owed by <ExactTime at={view.dueAt} />
      {view.owner === null ? "" : `, by ${view.owner}`}.
    </>
  );
}

function Sent({ view }: { view: FeedbackView }) {
  return (
    <dl className={classes.sent}>
      {view.competencies
        .filter((one) => one.text !== "")
        .map((one) => (
          <div key={one.competencyId}>
            <dt>{one.name}</dt>
            <dd>{one.text}</dd>
          </div>
        ))}
    </dl>
  );
}
