import type { TeamView } from "@rubric/domain/ladder/schemas";
import type { z } from "zod";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./ladder.module.css";

type Person = z.infer<typeof TeamView>["people"][number];

/** The week that somebody checked in about last, and whether it waits for an answer. */
export function LastCheckIn({ of }: { of: Person["checkIn"] }) {
  if (of === null) return <span className={classes.quiet}>None yet</span>;
  return (
    <>
      Week from {dateWords(of.week)}{" "}
      {of.waits ? <ToneBadge tone="waiting">Waits for your answer</ToneBadge> : null}
    </>
  );
}

/** How far the plan in force is: items done, and the week. */
export function PlanProgress({ of }: { of: Person["plan"] }) {
  if (of === null) return <span className={classes.quiet}>No plan in force</span>;
  return (
    <>
      {of.done} of {of.items} done, {of.week === null ? "" : `week ${of.week} of `}
      {of.weeks}
      {of.week === null ? " weeks, not running now" : ""}
    </>
  );
}
