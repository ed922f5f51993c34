"use client";

import { ActionIcon, SegmentedControl, Select, Switch } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconX } from "@tabler/icons-react";
import classes from "./criteria.module.css";
import type { Criterion } from "./plan-content.ts";

const WEIGHTS = ["1", "2", "3", "4", "5"];

/** One criterion: the level that is expected with its anchor, and how much it weighs. */
export function CriterionRow(props: {
  job: JobView;
  criterion: Criterion;
  /** Its part of the weight of all, 0 to 1. */
  share: number;
  problem: string | undefined;
  onChange: (criterion: Criterion | null) => void;
}) {
  const { job, criterion, share, problem, onChange } = props;
  const row = job.framework.competencies.find((one) => one.key === criterion.competencyKey);
  const name = row?.name ?? criterion.competencyKey;
  const anchor = row?.anchors.find((one) => one.levelKey === criterion.expectedLevelKey);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <h3 className={classes.name}>{name}</h3>
        <span className={classes.theme}>{row?.theme}</span>
      </div>
      <div className={classes.expected}>
        <Select
          aria-label={`Level expected in ${name}`}
          size="xs"
          allowDeselect={false}
          data={job.framework.levels.map((level) => ({ value: level.key, label: level.name }))}
          value={criterion.expectedLevelKey}
          onChange={(key) => key !== null && onChange({ ...criterion, expectedLevelKey: key })}
          className={classes.level}
        />
        <p className={classes.anchor}>
          {anchor?.summary ?? "The framework says nothing about this level."}
        </p>
      </div>
      <div className={classes.weigh}>
        <SegmentedControl
          size="xs"
          aria-label={`Weight of ${name}`}
          data={WEIGHTS}
          value={String(criterion.weight)}
          onChange={(weight) => onChange({ ...criterion, weight: Number(weight) })}
        />
        <span className={classes.share}>{Math.round(share * 100)} % of all</span>
      </div>
      <div className={classes.end}>
        <Switch
          size="xs"
          label="Required"
          checked={criterion.required}
          onChange={(event) => onChange({ ...criterion, required: event.currentTarget.checked })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Take ${name} out of the rubric`}
          title="Take it out of the next version"
          onClick={() => onChange(null)}
        >
          <IconX size={15} stroke={1.7} />
        </ActionIcon>
      </div>
      {problem === undefined ? null : <div className={classes.problem}>{problem}</div>}
    </li>
  );
}
