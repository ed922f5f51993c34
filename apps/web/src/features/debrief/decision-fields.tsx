"use client";

import type { DebriefView, DecisionKind, MayView } from "@rubric/domain/debrief/schemas";
import { Chip, Group, Radio, Select, Stack, Textarea } from "@mantine/core";
import classes from "./decision-fields.module.css";
import { kindWords, type Typed } from "./grounds.ts";

const KINDS = ["advance", "offer", "reject"] as const satisfies readonly DecisionKind[];

/** Kind, grounds, level and reason of a decision; what is refused now says why. */
export function DecisionFields(props: {
  view: DebriefView;
  typed: Typed;
  onChange: (typed: Typed) => void;
  why: Record<DecisionKind, MayView>;
}) {
  const { view, typed, onChange, why } = props;
  const { form, stage } = view;
  const set = (changed: Partial<Typed>) => onChange({ ...typed, ...changed });
  const otherLevel = typed.kind !== "reject" && typed.levelKey !== form.jobLevelKey;
  return (
    <Stack gap="md">
      <Radio.Group
        label="You decide to"
        value={typed.kind}
        onChange={(value) => set({ kind: KINDS.find((kind) => kind === value) ?? null })}
      >
        <div className={classes.kinds}>
          {KINDS.map((kind) => {
            const denied = why[kind];
            return (
              <Radio
                key={kind}
                value={kind}
                label={kindWords(kind, form.next)}
                description={denied === null ? undefined : denied.sentence}
                disabled={denied !== null}
              />
            );
          })}
        </div>
      </Radio.Group>
      {stage.interviewed ? (
        <fieldset className={classes.grounds}>
          <legend>The criteria it rests on</legend>
          <p>Those that tipped the balance, not all that were rated.</p>
          <Chip.Group
            multiple
            value={typed.criterionIds}
            onChange={(criterionIds) => set({ criterionIds })}
          >
            <Group gap={6}>
              {form.criteria.map((one) => (
                <Chip
                  key={one.criterionId}
                  value={one.criterionId}
                  size="sm"
                  radius="md"
                  variant="outline"
                  classNames={{ label: classes.chip ?? "" }}
                >
                  {one.name}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </fieldset>
      ) : (
        <Textarea
          label="The requirement of the post it rests on"
          description="Which requirement is met, or is not, by what the person sent."
          value={typed.requirement}
          onChange={(event) => set({ requirement: event.currentTarget.value })}
          autosize
          minRows={2}
        />
      )}
      <Select
        label="Hiring level"
        data={form.levels.map(({ key, name }) => ({
          value: key,
          label: key === form.jobLevelKey ? `${name} (the job's)` : name,
        }))}
        value={typed.levelKey}
        allowDeselect={false}
        onChange={(levelKey) => set({ levelKey: levelKey ?? form.jobLevelKey })}
      />
      {otherLevel ? (
        <Textarea
          label="Why another level than the job's"
          description="Kept as a deviation and counted."
          value={typed.levelReason}
          onChange={(event) => set({ levelReason: event.currentTarget.value })}
          autosize
          minRows={2}
        />
      ) : null}
      <Textarea
        label="Why"
        description="Read by whoever asks later, the candidate included."
        value={typed.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        autosize
        minRows={3}
      />
    </Stack>
  );
}
