"use client";

import type { ReviewView } from "@rubric/domain/review/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { CompareView } from "./compare-view.tsx";
import { EndButtons, Ending } from "./ending.tsx";
import { OwnSide } from "./own-side.tsx";
import classes from "./review.module.css";
import { nextWords } from "./words.ts";
import { WriteSide } from "./write-side.tsx";

/** One review for one of its two people: to write, to wait, to compare, to close and to answer. */
export function ReviewPage({ org, reviewId }: { org: string; reviewId: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.review.show.queryOptions({ reviewId }));
  const base = `/o/${org}/growth/${view.member.id}`;
  const own = view.mine === "self";
  return (
    <>
      <PageHeader
        title={own ? "Your review" : `Review of ${view.member.name}`}
        crumbs={[
          { label: "Growth", href: `/o/${org}/growth` },
          ...(own ? [] : [{ label: "My team", href: `/o/${org}/growth/team` }]),
          { label: "Reviews", href: `${base}/reviews` },
        ]}
        state={<StateBadge kind="review" state={view.state} />}
        lead={
          <>
            Against {view.level.name}, {view.framework.name} version {view.framework.number}. Due{" "}
            <ExactTime at={view.dueAt} />. {nextWords(view)}
          </>
        }
        {...(view.mine === "manager" && view.state === "open"
          ? { secondary: <EndButtons view={view} /> }
          : {})}
      >
        <GrowthTabs org={org} memberId={view.member.id} mine={view.mine} at="reviews" />
      </PageHeader>
      <div className={classes.page}>
        <Ending view={view} />
        <Body org={org} view={view} />
      </div>
    </>
  );
}

function Body({ org, view }: { org: string; view: ReviewView }) {
  const [came, setCame] = useState(false);
  const { sealed } = view;
  const other = view.mine === "self" ? (view.manager?.name ?? "Your manager") : view.member.name;
  const write =
    view.may.submit === null ? (
      <WriteSide key={view.id} org={org} view={view} onSubmitted={() => setCame(true)} />
    ) : null;
  const open = sealed === null && [view.own, view.other].some((side) => side.submitted !== null);
  return (
    <>
      {sealed === null || view.state === "cancelled" ? null : (
        <Notice tone="locked" title={sealed.sentence}>
          <p>
            {other}&apos;s side{" "}
            {view.other.state === "submitted" ? "is in already" : "is not in yet"}. {sealed.lift}{" "}
            Due <ExactTime at={view.dueAt} />.
          </p>
        </Notice>
      )}
      {view.state === "cancelled" && sealed !== null ? (
        <Notice
          tone="locked"
          title="What the other one wrote stays sealed."
          words="The review was cancelled before both sides were in."
        />
      ) : null}
      {write}
      {open ? <CompareView view={view} came={came} /> : null}
      {!open && write === null ? <OwnSide view={view} came={came} /> : null}
    </>
  );
}
