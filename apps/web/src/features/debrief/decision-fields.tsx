"use client";

import type { DebriefView, DecisionKind, MayView } from "@rubric/domain/debrief/schemas";
import { Radio, Stack } from "@mantine/core";
import classes from "./decision-fields.module.css";
import { GroundFields } from "./ground-fields.tsx";
import { basisOf, kindEffect, kindWords, type Typed } from "./grounds.ts";

const KINDS = ["advance", "offer", "reject"] as const satisfies readonly DecisionKind[];

/** Kind, grounds, level and reason of a decision; each kind says what it does, or why it is refused. */
export function DecisionFields(props: {
  view: DebriefView;
  typed: Typed;
  onChange: (typed: Typed) => void;
  why: Record<DecisionKind, MayView>;
  /** Those that are offered; all by default. */
  kinds?: readonly DecisionKind[];
}) {
  const { view, typed, onChange, why } = props;
  const { kinds = KINDS } = props;
  return (
    <Stack gap="md">
      <Radio.Group
        label="You decide to"
        value={typed.kind}
        onChange={(value) =>
          onChange({ ...typed, kind: KINDS.find((kind) => kind === value) ?? null })
        }
      >
        <div className={classes.kinds}>
          {kinds.map((kind) => {
            const denied = why[kind];
            return (
              <Radio
                key={kind}
                value={kind}
                label={kindWords(kind, view.form.next)}
                description={denied === null ? kindEffect(kind, view.form) : denied.sentence}
                disabled={denied !== null}
              />
            );
          })}
        </div>
      </Radio.Group>
      <GroundFields basis={basisOf(view)} typed={typed} onChange={onChange} />
    </Stack>
  );
}
