"use client";

import {
  ActionIcon,
  Button,
  Chip,
  Group,
  NumberInput,
  Select,
  Textarea,
  TextInput,
} from "@mantine/core";
import { INTERVIEW_KINDS, type PlanContent } from "@rubric/domain/job/plan/schemas";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconPlus, IconTrash, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { interviewKindWords } from "./job-words.ts";
import type { Kit } from "./plan-content.ts";
import classes from "./plan-page.module.css";
import { QuestionPicker } from "./question-picker.tsx";

const kindOf = (text: string | null) => INTERVIEW_KINDS.find((kind) => kind === text);

export interface KitEditorProps {
  job: JobView;
  plan: PlanContent;
  kit: Kit;
  problem: string | undefined;
  /** What is wrong with a field of it. */
  problemOf: (field: "name" | "instructions") => string | undefined;
  /** Null removes it. */
  onChange: (kit: Kit | null) => void;
}

/** One interview: how long, what it rates, what it asks. */
export function KitEditor(props: KitEditorProps & { onDone: () => void }) {
  const { job, plan, kit, problemOf, onChange, onDone } = props;
  const atField = problemOf("name") ?? problemOf("instructions");
  const problem = atField === undefined ? props.problem : undefined;
  const [picking, setPicking] = useState(false);
  const names = new Map(job.framework.competencies.map((one) => [one.key, one.name]));
  const asked = kit.questionIds.map((id) => ({
    id,
    question: job.questions.find((one) => one.id === id),
  }));
  return (
    <fieldset className={classes.editor} aria-label={kit.name}>
      <div className={classes.kitFields}>
        <TextInput
          label="Interview"
          value={kit.name}
          error={problemOf("name")}
          onChange={(event) => onChange({ ...kit, name: event.currentTarget.value })}
        />
        <Select
          label="Kind"
          allowDeselect={false}
          data={INTERVIEW_KINDS.map((kind) => ({ value: kind, label: interviewKindWords[kind] }))}
          value={kit.kind}
          onChange={(kind) => onChange({ ...kit, kind: kindOf(kind) ?? kit.kind })}
        />
        <NumberInput
          label="Minutes"
          min={5}
          max={480}
          step={15}
          allowDecimal={false}
          clampBehavior="blur"
          value={kit.minutes}
          onChange={(minutes) => onChange({ ...kit, minutes: Number(minutes) || 5 })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={`Remove ${kit.name}`}
          title={`Remove ${kit.name}`}
          onClick={() => onChange(null)}
        >
          <IconTrash size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      <span className={classes.label}>What it rates</span>
      <Chip.Group
        multiple
        value={kit.competencyKeys}
        onChange={(keys) =>
          onChange({
            ...kit,
            competencyKeys: plan.criteria
              .map((one) => one.competencyKey)
              .filter((key) => keys.includes(key)),
          })
        }
      >
        <Group gap={6}>
          {plan.criteria.map(({ competencyKey }) => (
            <Chip key={competencyKey} value={competencyKey} size="xs" variant="light">
              {names.get(competencyKey) ?? competencyKey}
            </Chip>
          ))}
          {plan.criteria.length === 0 ? (
            <span className={classes.facts}>The rubric holds no criterion yet.</span>
          ) : null}
        </Group>
      </Chip.Group>
      <span className={classes.label}>What it asks</span>
      {asked.length === 0 ? null : (
        <ol className={classes.questions}>
          {asked.map(({ id, question }) => (
            <li key={id}>
              <span>{question?.text ?? "A question that is no longer in the bank."}</span>
              <span className={classes.kind}>{question?.kind}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label="Take this question out"
                onClick={() =>
                  onChange({ ...kit, questionIds: kit.questionIds.filter((one) => one !== id) })
                }
              >
                <IconX size={14} stroke={1.7} />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
        onClick={() => setPicking(true)}
      >
        Choose questions
      </Button>
      <Textarea
        mt="sm"
        label="For the interviewer"
        description="How to run it; only interviewers read this."
        autosize
        minRows={1}
        value={kit.instructions}
        error={problemOf("instructions")}
        onChange={(event) => onChange({ ...kit, instructions: event.currentTarget.value })}
      />
      {problem === undefined ? null : <div className={classes.problem}>{problem}</div>}
      <Group justify="flex-end" mt="sm">
        <Button size="xs" variant="default" onClick={onDone}>
          Done
        </Button>
      </Group>
      <QuestionPicker
        opened={picking}
        onClose={() => setPicking(false)}
        job={job}
        kit={kit}
        onChange={(questionIds) => onChange({ ...kit, questionIds })}
      />
    </fieldset>
  );
}
