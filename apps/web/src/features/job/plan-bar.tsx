"use client";

import { Button } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge, ToneBadge } from "../../ui/state-badge.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./plan-bar.module.css";
import type { PlanDraft } from "./use-plan-draft.ts";

/** What is in force, what is a draft, what is not saved yet; and the next step of it. */
export function PlanBar({ job, draft }: { job: JobView; draft: PlanDraft }) {
  const trpc = useTRPC();
  const adopt = useCommand(trpc.job.adoptPlan.mutationOptions());
  const [asking, setAsking] = useState(false);
  const { current, draft: stored, problems } = job.plans;
  const toSave = draft.dirty || (stored !== null && problems.length > 0);
  const [problem, ...more] = draft.problems;
  if (draft.plan === null) return null;
  return (
    <section className={classes.bar} aria-label="State of the plan">
      <div className={classes.row}>
        <div className={classes.words}>
          <Standing job={job} draft={draft} />
        </div>
        <div className={classes.actions}>
          {draft.dirty ? (
            <Button variant="default" size="xs" onClick={draft.drop}>
              Drop my changes
            </Button>
          ) : null}
          {toSave ? (
            <ReasonButton
              size="xs"
              variant="light"
              loading={draft.saving}
              reason={problem?.sentence ?? null}
              onClick={() => void draft.save().catch(() => {})}
            >
              Save the draft
            </ReasonButton>
          ) : stored !== null && job.may.adoptPlan === null ? (
            <Button size="xs" variant="light" onClick={() => setAsking(true)}>
              Put version {stored.number} into force…
            </Button>
          ) : null}
        </div>
      </div>
      {toSave && problem !== undefined ? (
        <ul className={classes.problems}>
          {[problem, ...more].slice(0, 5).map((one) => (
            <li key={one.path + one.sentence}>{one.sentence}</li>
          ))}
          {more.length > 4 ? <li>and {more.length - 4} more</li> : null}
        </ul>
      ) : null}
      <Refusal refusal={draft.refusal} />
      {stored === null ? null : (
        <ConfirmDialog
          opened={asking}
          onClose={() => setAsking(false)}
          title={`Put version ${stored.number} into force?`}
          confirmLabel="Put it into force"
          onConfirm={async () => {
            await adopt.run({ jobId: job.id, draftId: stored.id });
            toastDone(`Version ${stored.number} of the plan is in force.`);
          }}
        >
          {current === null
            ? "New applications enter this plan. From then on a change of it is a new version."
            : "Applications that no interview has begun for go over to it, each in its stage. The others stay with the plan they are judged by."}
        </ConfirmDialog>
      )}
    </section>
  );
}

function Standing({ job, draft }: { job: JobView; draft: PlanDraft }) {
  const { current, draft: stored } = job.plans;
  if (draft.stale) {
    return (
      <>
        <ToneBadge tone="late">Changed by someone else</ToneBadge>
        <span>What you wrote before is kept in this browser.</span>
        <Button size="compact-xs" variant="default" onClick={draft.takeMine}>
          Go on with mine
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={draft.drop}>
          Drop it
        </Button>
      </>
    );
  }
  const upon =
    current !== null && current.frameworkVersion.number < job.framework.number
      ? ` It stands on version ${current.frameworkVersion.number} of the framework; version ${job.framework.number} is published.`
      : "";
  return (
    <>
      {draft.dirty ? (
        <>
          <ToneBadge tone="waiting">Not saved</ToneBadge>
          <span>Your changes are kept in this browser until you save them.</span>
        </>
      ) : stored !== null ? (
        <>
          <StateBadge kind="plan" state="draft" />
          <span>Version {stored.number} is saved and counts for nobody yet.</span>
        </>
      ) : null}
      {current === null ? null : (
        <span className={classes.quiet}>
          {current.currentSince === null ? (
            `Version ${current.number} is in force`
          ) : (
            <>
              Version {current.number} came into force <RelativeTime at={current.currentSince} />
            </>
          )}
          .{upon}
        </span>
      )}
    </>
  );
}
