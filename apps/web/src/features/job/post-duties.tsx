import type { JobView } from "@rubric/domain/job/schemas";
import { placeName, placeNames } from "@rubric/domain/region/names";
import { IconAlertTriangle, IconCheck, IconClock, IconInfoCircle } from "@tabler/icons-react";
import classes from "./posts-page.module.css";

type Post = JobView["posts"][number];
type Duty = Post["duties"][number];

/** What the places of a version ask of it, each with who asks for it and whether it is met. */
export function PostDuties({ post }: { post: Post }) {
  const { duties } = post;
  const missing = duties.filter((one) => one.state === "not_met" && one.blocking).length;
  return (
    <section className={classes.panel} aria-label="Duties">
      <h2 className={classes.title}>What its places ask of version {post.number}</h2>
      <p className={classes.lead}>
        {duties.length === 0
          ? `Nothing is asked of a post for ${placeNames(post.content.locations)}.`
          : missing === 0
            ? "Nothing keeps it from being published. As it was saved last."
            : `${missing === 1 ? "One duty keeps" : `${missing} duties keep`} it from being published. As it was saved last.`}
      </p>
      <ul className={classes.duties}>
        {duties.map((duty) => (
          <DutyLine key={duty.key} duty={duty} />
        ))}
      </ul>
    </section>
  );
}

const WORDS = {
  met: "Met",
  later: "To do later",
  not_met: "Not met",
} as const;

function DutyLine({ duty }: { duty: Duty }) {
  const { state, blocking } = duty;
  const blocks = state === "not_met" && blocking;
  const Icon =
    state === "met"
      ? IconCheck
      : state === "later"
        ? IconClock
        : blocks
          ? IconAlertTriangle
          : IconInfoCircle;
  return (
    <li className={classes.duty} data-state={state} data-blocking={blocks || undefined}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>
        <strong>{duty.what}</strong> ·{" "}
        {blocks ? "Not met, keeps it from being published" : WORDS[state]}
      </span>
      {duty.todo === null ? null : <span>{duty.todo}</span>}
      <details>
        <summary>
          Asked by {[...new Set(duty.reasons.map((one) => placeName(one.region)))].join(", ")}
        </summary>
        <ul className={classes.reasons}>
          {duty.reasons.map((reason) => (
            <li key={reason.rule}>
              {placeName(reason.region)}: {reason.sentence} <em>{reason.source}</em>
              {reason.confidence === "m" ? " (less sure)" : ""}
              {reason.sizeUnknown ? " Owed while the number of employees there is not known." : ""}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
