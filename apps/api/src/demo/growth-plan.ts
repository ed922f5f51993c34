import type { Member } from "@rubric/domain/context";
import { agreePlan, editPlan, makePlan, markDone } from "@rubric/domain/plan";
import type { PlanPageView } from "@rubric/domain/plan/schemas";
import { levelOf } from "./growth.ts";
import { after, type World } from "./journey.ts";

/** What showed the first items of the plan, one after the other. */
const SHOWN = [
  "The drawing and the ranked list are in the team's wiki; Amara and I still disagree on limits for partners.",
  "The image is a third of its size and runs without rights; the scan before and after is in the change.",
];

/** The plan that follows the review: agreed on by both, and in its third week now. */
export async function growthPlan(
  { acting, calendar, ...world }: World & { calendar: NonNullable<World["calendar"]> },
  { engineer, manager }: { engineer: Member; manager: Member },
): Promise<void> {
  const made = calendar.ago(12, 10);
  const page = await acting.act(engineer, made, "plan.make", makePlan, {
    memberId: engineer.memberId,
    levelId: await levelOf(world, "senior"),
    goal: "promotion",
    technologies: ["postgresql", "nodejs"],
    weeks: 12,
    hoursAWeek: 5,
    startOn: made.toISOString().slice(0, 10),
    marked: [],
  });
  const least = drafted(page).items.at(-1)?.key ?? "";
  const shorter = await acting.act(manager, after(made, 200), "plan.edit", editPlan, {
    ...revisionOf(page),
    edit: { do: "take_out", key: least },
  });
  const whole = await acting.act(manager, after(made, 204), "plan.edit", editPlan, {
    ...revisionOf(shorter),
    edit: {
      do: "add_own",
      item: {
        kind: "pairing",
        competency: "incident-response",
        title: "Take a week on call beside Samuel",
        summary: "Lead the first two alerts yourself; Samuel only listens.",
        hours: 2,
        evidence: "A note on each alert, and what you would change in its runbook.",
      },
    },
  });
  const of = revisionOf(whole);
  await acting.act(manager, after(made, 210), "plan.agree", agreePlan, of);
  const agreed = await acting.act(engineer, after(made, 400), "plan.agree", agreePlan, of);
  const items = agreed.agreed?.items ?? [];
  for (const [at, shown] of SHOWN.entries()) {
    const itemId = items[at]?.itemId ?? "";
    await acting.act(engineer, calendar.ago(9 - 5 * at, 16), "plan.markDone", markDone, {
      planId: of.planId,
      itemId,
      shown,
    });
  }
}

function drafted({ draft }: PlanPageView) {
  if (draft === null) throw new Error("There is no draft of the plan.");
  return draft;
}

function revisionOf(page: PlanPageView): { planId: string; revision: number } {
  const { id, revision } = drafted(page);
  return { planId: id, revision };
}
