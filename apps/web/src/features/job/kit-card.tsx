"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { interviewKindWords } from "./job-words.ts";
import { KitEditor, type KitEditorProps } from "./kit-editor.tsx";
import classes from "./plan-page.module.css";

/** One interview of a stage that is being edited: a line that opens into its fields. */
export function KitCard(props: KitEditorProps) {
  const { job, kit, problem } = props;
  const [open, setOpen] = useState(kit.competencyKeys.length === 0);
  if (open) return <KitEditor {...props} onDone={() => setOpen(false)} />;
  const names = new Map(job.framework.competencies.map((one) => [one.key, one.name]));
  return (
    <div className={classes.closed}>
      <div>
        <span className={classes.kitName}>{kit.name}</span>{" "}
        <span className={classes.facts}>
          {interviewKindWords[kit.kind]} · {kit.minutes} min · {kit.questionIds.length}{" "}
          {kit.questionIds.length === 1 ? "question" : "questions"}
        </span>
        <div className={classes.facts}>
          {kit.competencyKeys.map((key) => names.get(key) ?? key).join(", ")}
        </div>
        {problem === undefined ? null : <div className={classes.problem}>{problem}</div>}
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={`Edit ${kit.name}`}
        onClick={() => setOpen(true)}
      >
        Edit
      </Button>
    </div>
  );
}
