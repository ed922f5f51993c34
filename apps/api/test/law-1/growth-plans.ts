import { PlanPageView } from "@rubric/domain/plan/schemas";
import type { Growth } from "./growth.ts";
import type { Story } from "./story.ts";

/** Of the job's framework, and the one competency that the closed review left out. */
const COMPETENCY = "business-rules";
const LIBRARY = `name: Small
summary: ""
items:
  - id: read
    kind: reading
    competency: ${COMPETENCY}
    level: senior
    title: Read a chapter
    summary: Read a chapter on it.
    hours: 3
    technologies: []
    requires: []
    evidence: Notes on the chapter.
    preparation: false
`;

/** A plan in force with an item of one's own that is done, and one made anew that was discarded. */
export async function tellPlans(
  { tell, people, now }: Story,
  { words, grown: [engineer], manager, ids }: Growth,
): Promise<void> {
  const [made] = people.jobs;
  const both = (path: string, field: string) => words.both.plant(path, field);
  const as = async (...command: Parameters<Story["tell"]>) =>
    PlanPageView.parse(await tell(...command));
  await tell(people.cast.admin, "library.import", {
    frameworkId: made.frameworkId,
    yaml: LIBRARY,
    upon: 0,
  });
  const { draft } = await as(engineer, "plan.make", {
    memberId: engineer.memberId,
    levelId: made.levelIds[1],
    goal: "learning_path",
    technologies: [],
    weeks: 4,
    hoursAWeek: 5,
    startOn: now().toISOString().slice(0, 10),
    marked: [{ competency: COMPETENCY, rating: "no" }],
  });
  const planId = draft?.id ?? "";
  const item = {
    kind: "practice",
    competency: COMPETENCY,
    title: both("plan.edit", "edit.item.title"),
    summary: both("plan.edit", "edit.item.summary"),
    hours: 2,
    evidence: both("plan.edit", "edit.item.evidence"),
  };
  const edited = await as(engineer, "plan.edit", {
    planId,
    revision: draft?.revision,
    edit: { do: "add_own", item },
  });
  const revision = edited.draft?.revision;
  await tell(engineer, "plan.agree", { planId, revision });
  const { agreed } = await as(manager, "plan.agree", { planId, revision });
  const own = agreed?.items.find((one) => one.own);
  const shown = both("plan.markDone", "shown");
  await tell(engineer, "plan.markDone", { planId, itemId: own?.itemId, shown });
  const anew = await as(manager, "plan.replan", { planId, fromWeek: 1, weeks: 4, hoursAWeek: 5 });
  const reason = both("plan.end", "reason");
  await tell(manager, "plan.end", { planId: anew.draft?.id, reason });
  ids["planId"] = [planId];
  ids["itemId"] = [own?.itemId ?? ""];
}
