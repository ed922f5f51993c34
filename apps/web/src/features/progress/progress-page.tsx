"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { growthHeading } from "../../ui/growth-heading.ts";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PageParts } from "../../ui/page-parts.tsx";
import { CheckInPart } from "./check-in-part.tsx";
import { EvidencePart } from "./evidence-part.tsx";
import { MetricsPart } from "./metrics-part.tsx";
import { OverTime } from "./over-time.tsx";
import classes from "./progress.module.css";
import { weekWords } from "./week-words.ts";
import type { ProgressView } from "@rubric/domain/progress/schemas";

/** How somebody gets on: check-ins, competencies over time, figures and evidence. */
export function ProgressPage({ org, memberId }: { org: string; memberId: string }) {
  const { data } = useSuspenseQuery(useTRPC().progress.show.queryOptions({ memberId }));
  return (
    <>
      <PageHeader {...growthHeading({ org, ...data, what: "Progress" })} lead={nextWords(data)}>
        <GrowthTabs org={org} memberId={memberId} mine={data.mine} at="progress" />
      </PageHeader>
      <PageParts
        parts={[
          ...(data.mine === "self" ? [{ id: "check-in", label: "Check in" }] : []),
          { id: "check-ins", label: "Check-ins" },
          { id: "over-time", label: "Competencies over time" },
          { id: "metrics", label: "Metrics" },
          { id: "evidence", label: "Evidence" },
        ]}
      />
      <div className={classes.parts}>
        <CheckInPart of={data} />
        <OverTime of={data} />
        <MetricsPart of={data} />
        <EvidencePart org={org} of={data} />
      </div>
    </>
  );
}

/** What is to be done next, in a sentence. */
function nextWords({ mine, owed, checkIns, today, member }: ProgressView): string {
  const waiting = checkIns.filter(({ reply }) => reply === null);
  if (mine === "manager") {
    if (waiting.length === 0) return `Nothing of ${member.name} waits for your answer.`;
    return waiting.length === 1
      ? "A check-in waits for your answer."
      : `${waiting.length} check-ins wait for your answer.`;
  }
  if (owed !== null) return `Your check-in is due: ${weekWords(owed, today).toLowerCase()}.`;
  return waiting.length > 0
    ? "Your check-in is in; your manager has not answered yet."
    : "No check-in is due now.";
}
