"use client";

import { isOtherLevel } from "@rubric/domain/debrief/rules";
import { Chip, Group, Select, Textarea } from "@mantine/core";
import classes from "./ground-fields.module.css";
import type { Basis, Typed } from "./grounds.ts";

/** What a decision rests on, the level it hires at, and why it was taken (law 5). */
export function GroundFields(props: {
  basis: Basis;
  typed: Typed;
  onChange: (typed: Typed) => void;
}) {
  const { basis, typed, onChange } = props;
  const set = (changed: Partial<Typed>) => onChange({ ...typed, ...changed });
  const { kind, levelKey } = typed;
  return (
    <>
      {basis.interviewed ? (
        <fieldset className={classes.grounds}>
          <legend>The criteria it rests on</legend>
          <p>Those that tipped the balance, not all that were rated.</p>
          <Chip.Group
            multiple
            value={typed.criterionIds}
            onChange={(criterionIds) => set({ criterionIds })}
          >
            <Group gap={6}>
              {basis.criteria.map((one) => (
                <Chip
                  key={one.criterionId}
                  value={one.criterionId}
                  size="sm"
                  radius="md"
                  variant="outline"
                  classNames={{ label: classes.chip ?? "" }}
                >
                  {one.name}
                  {one.rated === false ? ", nobody rated it" : ""}
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
          data-autofocus
        />
      )}
      {kind === "reject" ? null : (
        <Select
          label="Hiring level"
          data={basis.levels.map(({ key, name }) => ({
            value: key,
            label: key === basis.jobLevelKey ? `${name} (the job's)` : name,
          }))}
          value={levelKey}
          allowDeselect={false}
          onChange={(chosen) => set({ levelKey: chosen ?? basis.jobLevelKey })}
        />
      )}
      {kind !== null && isOtherLevel({ kind, levelKey }, basis.jobLevelKey) ? (
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
    </>
  );
}
