"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { BaselineView } from "@rubric/domain/baseline/schemas";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { growthHeading } from "../../ui/growth-heading.ts";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { useNow } from "../../ui/use-now.ts";
import { BaselineActions } from "./baseline-actions.tsx";
import { BaselineFrom } from "./baseline-from.tsx";
import { BaselineRatings } from "./baseline-ratings.tsx";
import { NONE_WORDS, stateOf } from "./baseline-words.ts";
import classes from "./baseline.module.css";

/** What the interviews showed before somebody was hired, first for themselves. */
export function BaselinePage({ org, memberId }: { org: string; memberId: string }) {
  const { data: view } = useSuspenseQuery(useTRPC().baseline.show.queryOptions({ memberId }));
  const { word, tone, next } = stateOf(view, useNow());
  return (
    <>
      <PageHeader
        {...growthHeading({ org, ...view, what: "Baseline" })}
        state={<ToneBadge tone={tone}>{word}</ToneBadge>}
        lead={next}
      >
        <GrowthTabs org={org} memberId={memberId} mine={view.mine} at="baseline" />
      </PageHeader>
      <Content view={view} />
    </>
  );
}

function Content({ view }: { view: BaselineView }) {
  if (view.none !== null) {
    const { title, words } = NONE_WORDS[view.none];
    return <EmptyState title={title}>{words}</EmptyState>;
  }
  if (view.mine === "manager" && view.sealed !== null) {
    return <EmptyState title={view.sealed.sentence}>{view.sealed.lift}</EmptyState>;
  }
  return (
    <div className={classes.page}>
      {view.mine === "self" ? <BaselineFrom view={view} /> : null}
      {view.remark === "" ? null : (
        <section aria-labelledby="remark-title">
          <h2 id="remark-title">{view.mine === "self" ? "Your remark" : "Their remark"}</h2>
          <p className={classes.words}>{view.remark}</p>
        </section>
      )}
      <BaselineRatings competencies={view.competencies} />
      {view.mine === "self" ? <BaselineActions view={view} /> : null}
    </div>
  );
}
