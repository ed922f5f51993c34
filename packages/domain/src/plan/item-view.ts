import type { LibraryEntry, PlanLeftRecord } from "@rubric/db/schema";
import type { AssessedGap } from "./gaps.ts";
import type { Names } from "./names.ts";
import { type Goal, LEFT_OUT, type Planned } from "./request.ts";
import type { PlanItemView, PlanPreviewView } from "./schemas.ts";
import { endOfPlan } from "./weeks.ts";

type Head = {
  goal: Goal;
  path: readonly string[];
  technologies: readonly string[];
  weeks: number;
  hoursAWeek: number;
  startOn: string;
  gaps: readonly AssessedGap[];
  leftOut: readonly PlanLeftRecord[];
};

/** What a plan is for, and what it leaves out. */
export function headView(
  { goal, path, technologies, weeks, hoursAWeek, startOn, gaps, leftOut }: Head,
  library: readonly LibraryEntry[],
  names: Names,
): Omit<PlanPreviewView, "items"> {
  const entries = new Map(library.map((entry) => [entry.id, entry]));
  return {
    aimedAt: names.level(path.at(-1) ?? ""),
    goal,
    technologies: [...technologies],
    weeks,
    hoursAWeek,
    startOn,
    endsOn: endOfPlan(startOn, weeks),
    gaps: gaps.map(({ competency, size, from, by }) => ({
      competency: names.competency(competency),
      size,
      from: names.level(from),
      by,
    })),
    left: leftOut.flatMap(({ id, because }) => {
      const entry = entries.get(id);
      const reason = LEFT_OUT.find((one) => one === because);
      if (entry === undefined || reason === undefined) return [];
      return [
        {
          key: id,
          kind: entry.kind,
          competency: names.competency(entry.competency),
          level: names.level(entry.level),
          title: entry.title,
          hours: entry.hours,
          because: reason,
        },
      ];
    }),
  };
}

/** A plan's items in their order, with titles for the ids that they speak of. */
export function itemViews(
  planned: readonly Planned[],
  entries: readonly LibraryEntry[],
  names: Names,
): PlanItemView[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const title = (id: string) => byId.get(id)?.title ?? id;
  return planned.flatMap(({ id, portions, why, after }) => {
    const entry = byId.get(id);
    if (entry === undefined) return [];
    return [
      {
        key: id,
        kind: entry.kind,
        competency: names.competency(entry.competency),
        level: names.level(entry.level),
        title: entry.title,
        summary: entry.summary,
        hours: entry.hours,
        evidence: entry.evidence,
        portions: [...portions],
        why: why.because === "required" ? { ...why, by: title(why.by) } : why,
        after: after.map(title),
      },
    ];
  });
}
