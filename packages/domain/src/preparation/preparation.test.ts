import { competency, question } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type Cast, makeJob, makeOrg, type MadeJob } from "../../test/factories.ts";
import { query, refusal, useHarness } from "../../test/harness.ts";
import { withPolicies } from "../../test/in-force.ts";
import { setJob } from "../../test/applications.ts";
import { makePost, slugOf } from "../../test/posts.ts";
import type { Org, ReadCtx } from "../context.ts";
import { showPost } from "../candidate/show-post.ts";
import { listPreparation, planPreparation, showPreparation } from "./index.ts";
import type { PlanPreparationInput } from "./schemas.ts";
import { preparationOpenRule } from "./open.ts";

const harness = useHarness();
const anyone = { kind: "anyone" } as const;
const KEYS = ["domain-modelling", "identity-and-access", "caching"];
let org: Org;
let cast: Cast;
let made: MadeJob;
let jobSlug: string;

/** A job whose three competencies are the project's own, so that its library knows them. */
async function ownJob(options: { confidential?: boolean; posted?: boolean } = {}) {
  const job = await makeJob(harness, { org, cast }, options);
  await harness.within(org.id, async (tx) => {
    for (const [at, id] of job.competencyIds.entries()) {
      const key = KEYS[at] ?? "";
      await tx
        .update(competency)
        .set({ key, name: `The ${key}` })
        .where(and(eq(competency.orgId, org.id), eq(competency.id, id)));
    }
    for (const [at, id] of job.questionIds.entries()) {
      await tx
        .update(question)
        .set({
          competencyKey: KEYS[at] ?? "",
          text: `Sealed question ${at}`,
          assesses: `Sealed purpose ${at}`,
          strongSignals: [`Sealed strength ${at}`],
          redFlags: [`Sealed flag ${at}`],
          followUps: [`Sealed follow-up ${at}`],
          tip: `Open tip ${at}`,
        })
        .where(and(eq(question.orgId, org.id), eq(question.id, id)));
    }
  });
  if (options.posted !== false) await makePost(harness, { org, cast }, job);
  return job;
}

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await ownJob();
  jobSlug = slugOf(made);
});

type Target = { jobSlug?: string; versionId?: string; levelKey?: string };
const show = (target: Target, of = org) =>
  query(harness, of, anyone, "preparation.show", showPreparation, { slug: of.slug, ...target });
const list = (of = org) =>
  query(harness, of, anyone, "preparation.list", listPreparation, { slug: of.slug });
type Asked = z.infer<typeof PlanPreparationInput>;
const ask: Omit<Asked, "slug"> = {
  ratings: [
    { competency: "domain-modelling", rating: "no" },
    { competency: "caching", rating: "mixed" },
  ],
  weeks: 12,
  hoursAWeek: 4,
  goal: "new_role",
  technologies: ["nodejs"],
  done: [],
  without: [],
};
const plan = (target: Target, over: Partial<Asked> = {}, of = org) =>
  query(harness, of, anyone, "preparation.plan", planPreparation, {
    slug: of.slug,
    ...target,
    ...ask,
    ...over,
  });

describe("preparation.show", () => {
  it("shows what a post asks for by its anchors, and what to do before each step", async () => {
    const view = await show({ jobSlug });
    expect(view.level).toEqual({ key: "senior", name: "Senior" });
    expect(view.competencies.map((one) => [one.key, one.anchor])).toEqual([
      ["domain-modelling", "Anchor 0 1"],
      ["identity-and-access", "Anchor 1 1"],
      ["caching", "Anchor 2 1"],
    ]);
    expect(view.checklist.map((one) => [one.name, one.competencies.length])).toEqual([
      ["Application review", 0],
      ["Screen", 3],
      ["Loop", 3],
      ["Offer", 0],
    ]);
    const [, screen] = view.checklist;
    expect(screen?.items.map((one) => one.key)).toContain("story-The caching");
    expect(screen?.items.map((one) => one.text).join()).toContain("1 hour");
  });

  it("shows a level of the framework by which an open post is judged", async () => {
    const { versionId } = made;
    const view = await show({ versionId, levelKey: "engineer" });
    expect(view).toMatchObject({ post: null, checklist: [], level: { key: "engineer" } });
    expect(view.competencies[0]).toMatchObject({ anchor: "Anchor 0 0" });
  });

  it.each([[{}], [{ levelKey: "senior" }], [{ jobSlug: "no-such-job" }]])(
    "finds nothing for %o",
    async (target) => {
      expect(await refusal(show(target))).toBe("NOT_FOUND");
    },
  );
});

describe("preparation.plan", () => {
  it("plans for the gaps one marked, within the hours, and says why each item is in it", async () => {
    const view = await plan({ jobSlug });
    expect(view.items.length).toBeGreaterThan(3);
    expect(view.hours).toBeLessThanOrEqual(12 * 4);
    expect(view.items[0]).toMatchObject({ competency: { key: "domain-modelling" } });
    expect(view.items[0]?.whyNow).toContain("Your largest gap is in The domain-modelling.");
    for (const one of view.items) {
      expect(one.why.length, one.id).toBeGreaterThan(10);
      expect(one.whyNow.length, one.id).toBeGreaterThan(10);
      expect(one.evidence.length, one.id).toBeGreaterThan(10);
      expect(one.portions.reduce((sum, part) => sum + part.hours, 0)).toBe(one.hours);
    }
    expect(new Set(view.items.map((one) => one.competency.key))).not.toContain(
      "identity-and-access",
    );
    expect(view.unmarked).toEqual(["The identity-and-access"]);
  });

  it("puts what prepares for an interview first among the items of a level", async () => {
    const { items } = await plan(
      { jobSlug },
      { ratings: [{ competency: "caching", rating: "mixed" }] },
    );
    const chosen = items.filter((one) => one.whyNow.includes("gap"));
    const flags = chosen.map((one) => one.preparation);
    expect(flags).toContain(true);
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)));
  });

  it("rehearses interviews for whatever goal one gave", async () => {
    const { items, left } = await plan({ jobSlug }, { goal: "promotion", weeks: 26 });
    expect(items.map(({ id }) => id)).toContain("cache-design-questions");
    expect(left.map(({ because }) => because)).not.toContain("other_goal");
  });

  it("is the same for the same question, and another without what one has done", async () => {
    const first = await plan({ jobSlug });
    expect(await plan({ jobSlug })).toEqual(first);
    const [done] = first.items;
    const again = await plan({ jobSlug }, { done: [done?.id ?? ""] });
    expect(again.items.map((one) => one.id)).not.toContain(done?.id);
  });

  it("is empty where nothing is missing or nothing was marked", async () => {
    expect((await plan({ jobSlug }, { ratings: [] })).items).toEqual([]);
    const { items, met } = await plan(
      { jobSlug },
      { ratings: [{ competency: "caching", rating: "strong_yes" }] },
    );
    expect([items, met]).toEqual([[], ["The caching"]]);
  });
});

describe("law 1: what the bank keeps from candidates", () => {
  it("reaches no public page: no question, purpose, strong signal, red flag or follow-up", async () => {
    const everything = JSON.stringify([
      await list(),
      await show({ jobSlug }),
      await show({ versionId: made.versionId, levelKey: "senior" }),
      await plan({ jobSlug }),
      await query(harness, org, anyone, "candidate.showPost", showPost, {
        slug: org.slug,
        jobSlug,
      }),
    ]);
    expect(everything).toContain("Open tip 2");
    expect(everything).not.toMatch(/Sealed/);
    for (const id of made.questionIds) expect(everything).not.toContain(id);
  });
});

describe("law 12: what is not public looks as if it did not exist", () => {
  const known = (slugs: readonly { jobSlug: string }[]) => slugs.map((one) => one.jobSlug);

  it.each(["draft", "on_hold", "closed"] as const)("a job that is %s", async (state) => {
    const job = await ownJob();
    await setJob({ harness, org }, job.jobId, { state });
    expect(await refusal(show({ jobSlug: slugOf(job) }))).toBe("NOT_FOUND");
    expect(await refusal(plan({ jobSlug: slugOf(job) }))).toBe("NOT_FOUND");
    const target = { versionId: job.versionId, levelKey: "senior" };
    expect(await refusal(show(target))).toBe("NOT_FOUND");
    expect(await refusal(plan(target))).toBe("NOT_FOUND");
    const view = await list();
    expect(known(view.posts)).not.toContain(slugOf(job));
    expect(view.frameworks.map((one) => one.versionId)).not.toContain(job.versionId);
  });

  it.each([
    ["a confidential job", { confidential: true }],
    ["a job without a post", { posted: false }],
  ])("%s", async (_what, options) => {
    const job = await ownJob(options);
    expect(await refusal(show({ jobSlug: slugOf(job) }))).toBe("NOT_FOUND");
    expect(await refusal(show({ versionId: job.versionId, levelKey: "senior" }))).toBe("NOT_FOUND");
    expect(known((await list()).posts)).not.toContain(slugOf(job));
  });

  it("another organization", async () => {
    const other = await makeOrg(harness);
    expect(await refusal(show({ jobSlug }, other.org))).toBe("NOT_FOUND");
    const target = { versionId: made.versionId, levelKey: "senior" };
    expect(await refusal(show(target, other.org))).toBe("NOT_FOUND");
    expect(await refusal(plan(target, {}, other.org))).toBe("NOT_FOUND");
    expect(await list(other.org)).toMatchObject({ posts: [], frameworks: [] });
  });

  it("a post of a region whose policy does not let", async () => {
    const closed = { rule: preparationOpenRule, parameters: { open: false } };
    const under = (segment: { region: string }) =>
      query(
        harness,
        org,
        anyone,
        "preparation.show",
        (ctx: ReadCtx, input: { slug: string; jobSlug: string }) =>
          showPreparation(withPolicies(ctx, [{ ...closed, segment }]), input),
        { slug: org.slug, jobSlug },
      );
    expect(await refusal(under({ region: "DE" }))).toBe("NOT_FOUND");
    expect((await under({ region: "FR" })).post).toMatchObject({ jobSlug });
  });
});
