import { beforeAll } from "vitest";
import type { z } from "zod";
import type { Member, Org } from "../src/context.ts";
import { installBackendFramework } from "../src/framework/index.ts";
import { levelsOfVersion, publishedVersion } from "../src/ladder/access.ts";
import { place } from "../src/ladder/index.ts";
import {
  agreePlan,
  editPlan,
  endPlan,
  makePlan,
  markDone,
  previewPlan,
  replan,
  showPlan,
  undoDone,
} from "../src/plan/index.ts";
import type { EditPlanInput, PlanPageView, PlanRequestInput } from "../src/plan/schemas.ts";
import { makeEngineer } from "./engineers.ts";
import { type Cast, makeOrg } from "./factories.ts";
import { command, query, useHarness } from "./harness.ts";

type Edit = z.infer<typeof EditPlanInput>["edit"];

/** The day so many days from today, as plans write it. */
export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export function draftOf(page: PlanPageView) {
  if (page.draft === null) throw new Error("There is no draft.");
  const { draft } = page;
  return { draft, of: { planId: draft.id, revision: draft.revision } };
}

export const keysOf = (plan: { items: readonly { key: string }[] } | null) =>
  plan?.items.map(({ key }) => key) ?? [];

export const succeeded = async (all: Promise<unknown>[]) =>
  (await Promise.allSettled(all)).filter(({ status }) => status === "fulfilled");

/** An organization with the project's own framework, whose people plan with their manager. */
export function planWorld() {
  const harness = useHarness();
  let world: { org: Org; cast: Cast; boss: Member };
  let levels: { id: string; key: string }[];

  beforeAll(async () => {
    const { org, cast } = await makeOrg(harness);
    world = { org, cast, boss: cast.approver };
    levels = await harness.within(org.id, async (tx) => {
      await installBackendFramework(tx, org.id, cast.admin.memberId, new Date());
      const version = await publishedVersion({ read: tx, org }, null);
      return levelsOfVersion({ read: tx, org }, version?.versionId ?? "");
    });
  });

  const level = (key: string) => levels.find((one) => one.key === key)?.id ?? "";
  const newEngineer = (name?: string) =>
    makeEngineer(harness, world.org, world.boss.memberId, name);

  async function placedEngineer(): Promise<Member> {
    const engineer = await newEngineer();
    await command(harness, world.org, world.boss, "ladder.place", place, {
      memberId: engineer.memberId,
      levelId: level("engineer"),
      from: inDays(0),
      reason: "As agreed when they began.",
    });
    return engineer;
  }

  const asks = (whom: Member, over: Partial<PlanRequestInput> = {}): PlanRequestInput => ({
    memberId: whom.memberId,
    levelId: level("senior"),
    goal: "promotion",
    technologies: ["go"],
    weeks: 8,
    hoursAWeek: 5,
    startOn: inDays(0),
    marked: [
      { competency: "caching", rating: "definitely_not" },
      { competency: "query-performance", rating: "no" },
    ],
    ...over,
  });
  const show = (by: Member, whom: Member) =>
    query(harness, world.org, by, "plan.show", showPlan, { memberId: whom.memberId });
  const preview = (by: Member, input: PlanRequestInput) =>
    query(harness, world.org, by, "plan.preview", previewPlan, input);
  const make = (by: Member, input: PlanRequestInput) =>
    command(harness, world.org, by, "plan.make", makePlan, input);
  const edit = (by: Member, of: { planId: string; revision: number }, what: Edit) =>
    command(harness, world.org, by, "plan.edit", editPlan, { ...of, edit: what });
  const agree = (by: Member, of: { planId: string; revision: number }) =>
    command(harness, world.org, by, "plan.agree", agreePlan, of);
  const done = (by: Member, planId: string, itemId: string, shown = "The merged change.") =>
    command(harness, world.org, by, "plan.markDone", markDone, { planId, itemId, shown });
  const undo = (by: Member, planId: string, itemId: string) =>
    command(harness, world.org, by, "plan.undo", undoDone, { planId, itemId });
  const again = (by: Member, planId: string, fromWeek: number) =>
    command(harness, world.org, by, "plan.replan", replan, {
      planId,
      fromWeek,
      weeks: 8,
      hoursAWeek: 5,
    });
  const end = (by: Member, planId: string) =>
    command(harness, world.org, by, "plan.end", endPlan, {
      planId,
      reason: "planted-end-of-plan",
    });

  /** An engineer with a plan that both agreed to. */
  async function agreedPlan() {
    const engineer = await placedEngineer();
    const { of } = draftOf(await make(engineer, asks(engineer)));
    await agree(engineer, of);
    const { agreed } = await agree(world.boss, of);
    if (agreed === null) throw new Error("The plan was not agreed on.");
    return { engineer, agreed };
  }

  const acts = { show, preview, make, edit, agree, done, undo, again, end };
  return {
    harness,
    world: () => world,
    level,
    newEngineer,
    placedEngineer,
    agreedPlan,
    asks,
    acts,
  };
}
