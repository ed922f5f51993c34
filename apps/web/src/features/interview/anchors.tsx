"use client";

import { UnstyledButton } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import { useId, useState } from "react";
import classes from "./anchors.module.css";

type Level = KitView["criteria"][number]["levels"][number];

/** What the expected level looks like; the levels beside it on demand. */
export function Anchors({ levels }: { levels: readonly Level[] }) {
  const [all, setAll] = useState(false);
  const id = useId();
  const expected = levels.filter((level) => level.expected);
  const shown = all ? levels : expected;
  return (
    <div>
      <dl className={classes.levels} id={id}>
        {shown.map((level) => (
          <div key={level.id} data-expected={level.expected || undefined}>
            <dt>
              {level.name}
              {level.expected && all ? " (expected)" : ""}
            </dt>
            <dd>
              {level.anchor}
              {level.examples.length === 0 ? null : (
                <ul>
                  {level.examples.map((example) => (
                    <li key={example}>{example}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {levels.length > expected.length ? (
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
        >
          {all ? "Only the expected level" : "Other levels"}
        </UnstyledButton>
      ) : null}
    </div>
  );
}
