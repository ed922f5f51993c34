"use client";

import { ActionIcon, Button, NumberInput, Switch, Textarea, TextInput } from "@mantine/core";
import type { PlanContent } from "@rubric/domain/job/plan/schemas";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useId, useState } from "react";
import { interviewKindWords, stageKindWords } from "./job-words.ts";
import { KitCard } from "./kit-card.tsx";
import { emptyKit, type Stage, withItem } from "./plan-content.ts";
import classes from "./plan-page.module.css";

export interface StageCardProps {
  job: JobView;
  plan: PlanContent;
  stage: Stage;
  number: number;
  path: string;
  first: boolean;
  last: boolean;
  problemAt: (path: string) => string | undefined;
  /** Null removes it. */
  onChange: (stage: Stage | null) => void;
  /** Missing where the stage has its fixed place. */
  onMove?: (by: -1 | 1) => void;
}

/** One stage: closed it says what it is, open it is written. */
export function StageCard(props: StageCardProps) {
  const { stage, number, path, problemAt, onChange, onMove, first, last } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const problem = problemAt(path);
  const minutes = stage.interviews.reduce((sum, kit) => sum + kit.minutes, 0);
  const facts = [
    stageKindWords[stage.kind],
    ...(minutes > 0 ? [`${minutes} min in all`] : []),
    `answer within ${stage.answerDays} days`,
    ...(stage.debrief ? ["with a debrief"] : []),
  ].join(" · ");
  return (
    <section className={classes.card} aria-label={stage.name}>
      <div className={classes.head}>
        <span className={classes.number} aria-hidden="true">
          {number}
        </span>
        <div>
          <h2 className={classes.name}>{stage.name}</h2>
          <span className={classes.facts}>{facts}</span>
        </div>
        <div className={classes.tools}>
          {onMove === undefined ? null : (
            <>
              <Tool label={`Move ${stage.name} up`} off={first} onClick={() => onMove(-1)}>
                <IconArrowUp size={16} stroke={1.7} />
              </Tool>
              <Tool label={`Move ${stage.name} down`} off={last} onClick={() => onMove(1)}>
                <IconArrowDown size={16} stroke={1.7} />
              </Tool>
              <Tool label={`Remove ${stage.name}`} onClick={() => onChange(null)}>
                <IconTrash size={16} stroke={1.7} />
              </Tool>
            </>
          )}
          <Button
            size="xs"
            variant="default"
            aria-label={open ? `Done with ${stage.name}` : `Edit ${stage.name}`}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {open ? "Done" : "Edit"}
          </Button>
        </div>
        {problem === undefined || open ? null : <div className={classes.problem}>{problem}</div>}
      </div>
      <div id={id}>{open ? <Fields {...props} /> : <Kits {...props} />}</div>
    </section>
  );
}

function Tool(props: {
  label: string;
  off?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      aria-label={props.label}
      title={props.label}
      disabled={props.off ?? false}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}

function Kits({ stage, job }: StageCardProps) {
  const names = new Map(job.framework.competencies.map((one) => [one.key, one.name]));
  if (stage.interviews.length === 0) return null;
  return (
    <ul className={classes.kits}>
      {stage.interviews.map((kit, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they have no id before they are saved, and are told apart by place
        <li key={index} className={classes.kit}>
          <span className={classes.kitName}>{kit.name}</span>
          <span className={classes.facts}>
            {kit.kind === "interview" ? "" : `${interviewKindWords[kit.kind]} · `}
            {kit.minutes} min · {kit.questionIds.length}{" "}
            {kit.questionIds.length === 1 ? "question" : "questions"}
          </span>
          <span className={classes.facts}>
            {kit.competencyKeys.map((key) => names.get(key) ?? key).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Fields({ job, plan, stage, path, problemAt, onChange }: StageCardProps) {
  return (
    <div className={classes.body}>
      <div className={classes.fields}>
        <TextInput
          label="Name"
          value={stage.name}
          error={problemAt(`${path}.name`)}
          onChange={(event) => onChange({ ...stage, name: event.currentTarget.value })}
        />
        <NumberInput
          label="Days until the candidate hears from us"
          min={1}
          max={90}
          allowDecimal={false}
          clampBehavior="strict"
          value={stage.answerDays}
          onChange={(days) => onChange({ ...stage, answerDays: Number(days) || 1 })}
        />
        <Textarea
          label="What it assesses"
          description="The candidate reads this."
          autosize
          minRows={2}
          value={stage.assesses}
          error={problemAt(`${path}.assesses`)}
          onChange={(event) => onChange({ ...stage, assesses: event.currentTarget.value })}
        />
        <Textarea
          label="Tip"
          description="How to prepare; the candidate reads this."
          autosize
          minRows={2}
          value={stage.tip}
          error={problemAt(`${path}.tip`)}
          onChange={(event) => onChange({ ...stage, tip: event.currentTarget.value })}
        />
        {stage.kind === "interview" ? (
          <Switch
            label="Ends with a debrief"
            checked={stage.debrief}
            onChange={(event) => onChange({ ...stage, debrief: event.currentTarget.checked })}
          />
        ) : null}
      </div>
      {stage.interviews.map((kit, index) => (
        <KitCard
          // oxlint-disable-next-line react/no-array-index-key -- they have no id before they are saved, and are told apart by place
          key={index}
          job={job}
          plan={plan}
          kit={kit}
          problem={problemAt(`${path}.interviews.${index}`)}
          problemOf={(field) => problemAt(`${path}.interviews.${index}.${field}`)}
          onChange={(next) =>
            onChange({ ...stage, interviews: withItem(stage.interviews, index, next) })
          }
        />
      ))}
      {stage.kind === "interview" ? (
        <Button
          mt="md"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
          onClick={() =>
            onChange({ ...stage, interviews: [...stage.interviews, emptyKit("Interview")] })
          }
        >
          Add an interview
        </Button>
      ) : null}
    </div>
  );
}
