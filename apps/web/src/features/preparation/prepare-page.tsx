"use client";

import type { PreparationView } from "@rubric/domain/preparation/schemas";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { PageParts } from "../../ui/page-parts.tsx";
import { ratings } from "../../ui/ratings.ts";
import { useArrival } from "../../ui/use-arrival.ts";
import { Forget } from "./forget.tsx";
import { Checklist } from "./checklist.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PlanReading } from "./plan-reading.tsx";
import classes from "./preparation.module.css";
import { SelfReview } from "./self-review.tsx";
import { TakeAway } from "./take-away.tsx";
import { useKept } from "./use-kept.ts";

/** Marks oneself against a post or a level, and makes a plan and a checklist of it. */
export function PreparePage({ view }: { view: PreparationView }) {
  const { organization, post, framework, level, competencies } = view;
  const trpc = useTRPC();
  const target =
    post === null
      ? { versionId: framework.versionId, levelKey: level.key }
      : { jobSlug: post.jobSlug };
  const subject = `${organization.slug}:${post?.jobSlug ?? `${framework.versionId}:${level.key}`}`;
  const keys = competencies.map(({ key }) => key);
  const { kept, ready, change, forget } = useKept(subject, keys);
  const marked = keys.filter((key) => kept.marks[key] !== undefined);
  const { weeks, hoursAWeek, goal, technologies, done, without } = kept;
  const [asked, setAsked] = useState(false);
  const plan = useQuery({
    ...trpc.preparation.plan.queryOptions({
      slug: organization.slug,
      ...target,
      weeks,
      hoursAWeek,
      goal,
      technologies,
      done,
      without,
      ratings: marked.map((competency) => ({
        competency,
        rating: kept.marks[competency] ?? ratings[0],
      })),
    }),
    enabled: ready && kept.planned && marked.length > 0,
    placeholderData: keepPreviousData,
  });
  const made = kept.planned && marked.length > 0 ? (plan.data ?? null) : null;
  const heading = useArrival(asked && made !== null);
  const what = post === null ? `${level.name}, ${framework.name}` : post.title;
  return (
    <>
      <h1>Prepare for {what}</h1>
      <p className={classes.now} aria-live="polite" data-print="no">
        {marked.length === 0
          ? `Nothing is marked yet. Begin below: say of each of ${competencies.length} competencies how far you do today what it says.`
          : made === null
            ? `${marked.length} of ${competencies.length} marked. Go on, or make your plan of what is marked.`
            : `${marked.length} of ${competencies.length} marked, and a plan of ${made.weeks} weeks made. It changes with what you mark.`}
      </p>
      <p className={classes.quiet}>
        No account, and nothing is stored: your marks and ticks stay in this browser. To make a plan
        they are sent once, and forgotten when it is made. {organization.name} does not learn that
        you were here.
      </p>
      <PageParts
        parts={[
          { id: "review", label: "Where you stand" },
          { id: "plan", label: "Your plan" },
          ...(post === null ? [] : [{ id: "checklist", label: "Before each step" }]),
          { id: "take", label: "Take it with you" },
        ]}
      />
      <SelfReview
        of={competencies}
        marks={kept.marks}
        named={kept.named}
        onMark={(key, rating) => change({ marks: { ...kept.marks, [key]: rating } })}
      />
      <section id="plan" aria-labelledby="plan-title" className={classes.part}>
        <h2 id="plan-title">Your plan</h2>
        <PlanForm
          kept={kept}
          known={view.technologies}
          marked={marked.length}
          running={plan.isFetching}
          failed={plan.isError}
          onChange={change}
          onMake={() => {
            setAsked(true);
            change({ planned: true });
            if (plan.isError) void plan.refetch();
          }}
        />
        {made === null ? null : (
          <PlanReading plan={made} kept={kept} heading={heading} onChange={change} />
        )}
      </section>
      {post === null ? null : (
        <Checklist
          steps={view.checklist}
          ticks={kept.ticks}
          onTick={(ticks) => change({ ticks })}
        />
      )}
      <TakeAway view={view} kept={kept} plan={made} />
      <Forget onForget={forget} />
    </>
  );
}
