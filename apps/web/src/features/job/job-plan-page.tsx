"use client";

import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { JobHeader } from "./job-header.tsx";
import { PinnedNotice } from "./pinned-notice.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { emptyPlan, emptyStage, moved, withItem } from "./plan-content.ts";
import { PlanReading } from "./plan-reading.tsx";
import classes from "./plan-page.module.css";
import { StageCard } from "./stage-card.tsx";
import { usePlanDraft } from "./use-plan-draft.ts";

/** The interview plan: its stages, and the kit of each interview. */
export function JobPlanPage({ org, jobId }: { org: string; jobId: string }) {
  const trpc = useTRPC();
  const { data: job } = useSuspenseQuery(trpc.job.show.queryOptions({ jobId }));
  const draft = usePlanDraft(job);
  const { plan, change } = draft;
  const writes = job.may.savePlan === null;
  return (
    <>
      <JobHeader org={org} job={job} at="plan" />
      {!writes ? (
        <PlanReading org={org} job={job} />
      ) : plan === null ? (
        <EmptyState
          title="No plan yet"
          action={
            <Group gap="xs">
              <Button component={Link} href={`/o/${org}/jobs/${jobId}/rubric`} variant="light">
                Begin with the tasks
              </Button>
              <Button variant="default" onClick={() => change(emptyPlan())}>
                Start with an empty plan
              </Button>
            </Group>
          }
        >
          Tick what the role does, and a rubric and a plan are proposed from it.
        </EmptyState>
      ) : (
        <>
          <PlanBar job={job} draft={draft} />
          <PinnedNotice job={job} />
          <ol className={classes.stages}>
            {plan.stages.map((stage, index) => (
              <li key={stage.key}>
                <StageCard
                  job={job}
                  plan={plan}
                  stage={stage}
                  number={index + 1}
                  path={`stages.${index}`}
                  problemAt={draft.problemAt}
                  onChange={(next) =>
                    change({ ...plan, stages: withItem(plan.stages, index, next) })
                  }
                  {...(canMove(index, plan.stages.length)
                    ? {
                        onMove: (by: -1 | 1) =>
                          change({ ...plan, stages: moved(plan.stages, index, by) }),
                      }
                    : {})}
                  first={index <= 1}
                  last={index >= plan.stages.length - 2}
                />
              </li>
            ))}
          </ol>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => {
              const { stages } = plan;
              const at = stages.at(-1)?.kind === "offer" ? stages.length - 1 : stages.length;
              change({
                ...plan,
                stages: [...stages.slice(0, at), emptyStage(plan), ...stages.slice(at)],
              });
            }}
          >
            Add a stage
          </Button>
        </>
      )}
    </>
  );
}

/** The review stays first and the offer last. */
function canMove(index: number, count: number): boolean {
  return index > 0 && index < count - 1;
}
