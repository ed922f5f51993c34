"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { CriteriaEditor } from "./criteria-editor.tsx";
import { Intake } from "./intake.tsx";
import { JobHeader } from "./job-header.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { emptyPlan } from "./plan-content.ts";
import { RubricReading } from "./rubric-reading.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";
import { WithdrawnCriteria } from "./withdrawn-criteria.tsx";

/** The rubric: what everyone who applies is judged by, and the tasks it comes from. */
export function JobRubricPage({ org, jobId }: { org: string; jobId: string }) {
  const trpc = useTRPC();
  const { data: job } = useSuspenseQuery(trpc.job.show.queryOptions({ jobId }));
  const draft = usePlanDraft(job);
  const { plan, change } = draft;
  const writes = job.may.savePlan === null;
  return (
    <>
      <JobHeader org={org} job={job} at="rubric" />
      {writes ? (
        <>
          <PlanBar job={job} draft={draft} />
          <Intake job={job} plan={plan} onAccept={change} />
          <CriteriaEditor job={job} plan={plan ?? emptyPlan()} draft={draft} />
        </>
      ) : (
        <RubricReading org={org} job={job} />
      )}
      <WithdrawnCriteria job={job} />
    </>
  );
}
