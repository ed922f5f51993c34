"use client";

import { Button, Group } from "@mantine/core";
import type { PreparationPlanView, PreparationView } from "@rubric/domain/preparation/schemas";
import type { Kept } from "./kept.ts";
import classes from "./preparation.module.css";
import { documentOf } from "./document.ts";

/** The marks, the plan and the checklist as a file, and as a page to print. */
export function TakeAway(props: {
  view: PreparationView;
  kept: Kept;
  plan: PreparationPlanView | null;
}) {
  const { view, kept, plan } = props;
  return (
    <section id="take" aria-labelledby="take-title" className={classes.part} data-print="no">
      <h2 id="take-title">Take it with you</h2>
      <p>
        This browser may forget it, and another one does not know it. The file holds your marks,
        your plan and the checklist; the page prints without buttons.
      </p>
      <Group gap="sm">
        <Button
          variant="default"
          onClick={() => {
            const text = JSON.stringify(documentOf(view, kept, plan), null, 2);
            save(text, `preparation-${view.post?.jobSlug ?? view.level.key}.json`);
          }}
        >
          Save JSON
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
      </Group>
    </section>
  );
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
