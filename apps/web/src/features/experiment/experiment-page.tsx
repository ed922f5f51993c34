"use client";

import type { ExperimentView } from "@rubric/domain/experiment/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../../api/client.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ExperimentActions } from "./experiment-actions.tsx";
import { ResultTable } from "./result-table.tsx";
import classes from "./experiment.module.css";

const SUBJECTS = { application: "application", candidate: "candidate" } as const;

/** One experiment: its variants, how far it is, and what it found. */
export function ExperimentPage({ org, experimentId }: { org: string; experimentId: string }) {
  const trpc = useTRPC();
  const { data: of } = useSuspenseQuery(trpc.experiment.show.queryOptions({ experimentId }));
  return (
    <>
      <PageHeader
        title={of.name}
        crumbs={[
          { label: "Settings", href: `/o/${org}/settings` },
          { label: "Experiments", href: `/o/${org}/settings/experiments` },
        ]}
        state={<StateBadge kind="experiment" state={of.state} />}
        lead={of.question}
        action={<ExperimentActions of={of} />}
      />
      <dl className={classes.facts}>
        <Fact label="Rule">{of.ruleSentence}</Fact>
        <Fact label="Varied by">{SUBJECTS[of.subject]}</Fact>
        <Fact label="A variant needs">
          {of.minimum} {SUBJECTS[of.subject]}s
        </Fact>
        <Fact label="Written">
          by {of.createdBy}, <ExactTime at={of.createdAt} />
        </Fact>
        {of.startedAt === null ? null : (
          <Fact label="Started">
            by {of.startedBy}, <ExactTime at={of.startedAt} />
          </Fact>
        )}
        {of.stoppedAt === null ? null : (
          <Fact label="Stopped">
            by {of.stoppedBy}, <ExactTime at={of.stoppedAt} />: {of.stopReason}
          </Fact>
        )}
      </dl>
      <ResultTable of={of} />
      <Definitions of={of} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Definitions({ of }: { of: ExperimentView }) {
  const subject = SUBJECTS[of.subject];
  const definitions: [string, string][] = [
    [of.metric.title, of.metric.definition],
    [
      "Exposed",
      `A ${subject} counts from the first time that the rule was judged for it while the experiment ran, once, in the variant that a hash of its id and the experiment gives: always the same one.`,
    ],
    ["95 % interval of a share", "Wilson's interval, without continuity correction."],
    [
      "Difference",
      "The share less that of the first variant, in percentage points, with Newcombe's 95 % interval (method 10). An interval that holds 0 does not tell the two apart.",
    ],
    [
      "Too few to say",
      `Fewer than ${of.minimum} exposed, or a number below 5 on either side. While it runs nothing is counted out loud: who looks early and stops when it pleases makes every interval wrong.`,
    ],
  ];
  return (
    <dl className={classes.definitions}>
      {definitions.map(([name, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
