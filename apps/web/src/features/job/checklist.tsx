import type { JobView } from "@rubric/domain/job/schemas";
import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./checklist.module.css";

type Item = JobView["checklist"][number];

const PARTS: Record<Item["key"], { word: string; path: string }> = {
  rubric: { word: "Rubric", path: "rubric" },
  plan: { word: "Interview plan", path: "plan" },
  team: { word: "Team", path: "team" },
  opening: { word: "Opening", path: "team" },
  post: { word: "Post", path: "posts" },
};

/** The five things a job needs before candidates see it: what is missing, and why. */
export function Checklist({ org, job }: { org: string; job: JobView }) {
  const done = job.checklist.filter((item) => item.done).length;
  return (
    <section className={classes.frame} aria-label="Before candidates see this job">
      <h2 className={classes.title}>
        Before candidates see this job
        <span className={classes.count}>
          {done} of {job.checklist.length}
        </span>
      </h2>
      <ol className={classes.list}>
        {job.checklist.map((item) => (
          <li key={item.key} data-done={item.done || undefined}>
            <Link
              href={`/o/${org}/jobs/${job.id}/${PARTS[item.key].path}`}
              className={classes.item}
            >
              <span className={classes.mark} aria-hidden="true">
                {item.done ? <IconCheck size={13} stroke={2.4} /> : null}
              </span>
              <span className={classes.words}>
                <span className={classes.word}>
                  {PARTS[item.key].word}
                  <span className={classes.hidden}>{item.done ? ": done" : ": missing"}</span>
                </span>
                <span className={classes.sentence}>{item.sentence}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
