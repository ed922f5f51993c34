"use client";

import { Chip, Group, NumberInput, Select, Stack } from "@mantine/core";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { technologyWords } from "../../ui/technology-words.ts";
import { type Kept, toggled } from "./kept.ts";
import classes from "./preparation.module.css";
import { GOAL_WORDS } from "./words.ts";

const GOALS = ["new_role", "promotion", "learning_path"] as const;

/** How many weeks, how many hours, for what, and in which technologies. */
export function PlanForm(props: {
  kept: Kept;
  known: readonly string[];
  marked: number;
  running: boolean;
  failed: boolean;
  onChange: (over: Partial<Kept>) => void;
  onMake: () => void;
}) {
  const { kept, known, marked, running, failed, onChange, onMake } = props;
  return (
    <div data-print="no">
      <Stack gap="md">
        <div className={classes.fields}>
          <NumberInput
            label="Weeks"
            description="4 to 26"
            min={4}
            max={26}
            clampBehavior="blur"
            allowDecimal={false}
            value={kept.weeks}
            onChange={(value) => within(value, 4, 26, (weeks) => onChange({ weeks }))}
          />
          <NumberInput
            label="Hours a week"
            description="1 to 20"
            min={1}
            max={20}
            clampBehavior="blur"
            allowDecimal={false}
            value={kept.hoursAWeek}
            onChange={(value) => within(value, 1, 20, (hoursAWeek) => onChange({ hoursAWeek }))}
          />
          <Select
            label="For"
            description="What you want to reach"
            allowDeselect={false}
            data={GOALS.map((value) => ({ value, label: GOAL_WORDS[value] }))}
            value={kept.goal}
            onChange={(value) => {
              const goal = GOALS.find((one) => one === value);
              if (goal !== undefined) onChange({ goal });
            }}
          />
        </div>
        {known.length === 0 ? null : (
          <fieldset className={classes.technologies}>
            <legend>Technologies that you work with, or want to</legend>
            <Group gap={8}>
              {known.map((one) => (
                <Chip
                  key={one}
                  checked={kept.technologies.includes(one)}
                  onChange={() => onChange({ technologies: toggled(kept.technologies, one) })}
                >
                  {technologyWords(one)}
                </Chip>
              ))}
            </Group>
          </fieldset>
        )}
        {kept.planned && marked > 0 && !failed ? (
          <p className={classes.quiet} aria-live="polite">
            {running ? "The plan is being made…" : "The plan below is of what stands here now."}
          </p>
        ) : (
          <div>
            <ReasonButton
              reason={marked === 0 ? "Nothing is marked yet." : null}
              lift="Mark at least one competency above."
              loading={running}
              onClick={onMake}
            >
              {failed ? "Try again" : "Make my plan"}
            </ReasonButton>
            {failed ? (
              <p role="alert">The plan could not be made. What you marked is kept here.</p>
            ) : null}
          </div>
        )}
      </Stack>
    </div>
  );
}

function within(value: number | string, min: number, max: number, take: (n: number) => void) {
  const given = Number(value);
  if (Number.isInteger(given) && given >= min && given <= max) take(given);
}
