"use client";

import { Button, Checkbox, Tooltip, VisuallyHidden } from "@mantine/core";
import type { PlanContent } from "@rubric/domain/job/plan/schemas";
import type { JobView } from "@rubric/domain/job/schemas";
import { useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import classes from "./intake.module.css";

type Experience = JobView["intake"]["experience"];

/** What the ticked tasks lead to: criteria with their weights, interviews, experience to ask for. */
export function Proposal(props: {
  job: JobView;
  waiting: boolean;
  /** Whether accepting it takes the place of something. */
  replaces: boolean;
  onAccept: (plan: PlanContent) => void;
  onExperience: (experience: Experience) => void;
}) {
  const { job, waiting, replaces, onAccept, onExperience } = props;
  const [asking, setAsking] = useState(false);
  const { proposal, tasks, experience } = job.intake;
  if (proposal === null) {
    return (
      <aside className={classes.proposal} aria-label="Proposal">
        <h3>The proposal appears here</h3>
        <p className={classes.quiet}>
          Each task weighs on a few competencies. The heaviest become criteria, and each theme among
          them becomes an interview with questions from the bank. You change whatever you like.
        </p>
      </aside>
    );
  }
  const names = new Map(job.framework.competencies.map((one) => [one.key, one.name]));
  const texts = new Map(tasks.map((task) => [task.key, task.text]));
  const interviews = proposal.plan.stages.flatMap((stage) => stage.interviews);
  const kept = (text: string) => experience.some((one) => one.text === text);
  return (
    <aside className={classes.proposal} aria-label="Proposal" aria-busy={waiting}>
      <h3>Proposed rubric</h3>
      <ul className={classes.weights}>
        {proposal.plan.criteria.map(({ competencyKey, weight }) => {
          const because = proposal.because.find((one) => one.competencyKey === competencyKey);
          return (
            <li key={competencyKey}>
              <Tooltip
                label={
                  <>Because of: {(because?.tasks ?? []).map((key) => texts.get(key)).join("; ")}</>
                }
              >
                <span className={classes.criterion}>{names.get(competencyKey)}</span>
              </Tooltip>
              <VisuallyHidden>weight {weight} of 5</VisuallyHidden>
              <span className={classes.weight} aria-hidden="true">
                <i style={{ width: `${weight * 20}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
      <h3>Proposed interviews</h3>
      <ul className={classes.plain}>
        {interviews.map((kit) => (
          <li key={kit.name}>
            {kit.name}
            <span className={classes.quiet}>
              {kit.minutes} min · {kit.questionIds.length} questions
            </span>
          </li>
        ))}
      </ul>
      <Button fullWidth variant="light" onClick={() => (replaces ? setAsking(true) : accept())}>
        Use this proposal
      </Button>
      {proposal.experience.length === 0 ? null : (
        <>
          <h3>Experience to ask for in the post</h3>
          {proposal.experience.map((one) => (
            <Checkbox
              key={one.text}
              size="xs"
              className={classes.experience}
              label={one.text}
              checked={kept(one.text)}
              disabled={waiting}
              onChange={() =>
                onExperience(
                  kept(one.text)
                    ? experience.filter((other) => other.text !== one.text)
                    : [...experience, one],
                )
              }
            />
          ))}
        </>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Put the proposal in the place of your plan?"
        confirmLabel="Use the proposal"
        onConfirm={async () => accept()}
      >
        Criteria, stages and kits that you have here are replaced. Nothing counts before you save it
        and put it into force.
      </ConfirmDialog>
    </aside>
  );

  function accept() {
    if (proposal !== null) onAccept(proposal.plan);
  }
}
