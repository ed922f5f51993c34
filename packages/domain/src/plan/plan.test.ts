import { beforeAll, describe, expect, it } from "vitest";
import { command, refusal } from "../../test/harness.ts";
import { draftOf, inDays, keysOf, planWorld, succeeded } from "../../test/planning.ts";
import type { Member, Org } from "../context.ts";
import { openReview, submitReview } from "../review/index.ts";
import type { ReviewView } from "../review/schemas.ts";
import type { PlanRequestInput } from "./schemas.ts";

const { harness, world, level, placedEngineer, agreedPlan, asks, acts } = planWorld();
const { preview, make, edit, agree, done, undo, again, end } = acts;
let org: Org;
let boss: Member;

beforeAll(() => {
  ({ org, boss } = world());
});

describe("a plan: plan.preview and plan.make", () => {
  it("is made from gaps as it was previewed, says why, and what it leaves out", async () => {
    const engineer = await placedEngineer();
    const seen = await preview(boss, asks(engineer));
    const { draft } = draftOf(await make(engineer, asks(engineer)));
    expect(keysOf(draft)).toEqual(keysOf(seen));
    expect(draft.items.map(({ portions }) => portions)).toEqual(
      seen.items.map(({ portions }) => portions),
    );
    expect(draft.gaps.map(({ competency, by }) => [competency.key, by])).toEqual([
      ["caching", "hand"],
      ["query-performance", "hand"],
    ]);
    const first = draft.items.find(({ why }) => why.because === "gap");
    expect(first).toMatchObject({ competency: { key: "caching" }, why: { nth: 1 } });
    expect(new Set(draft.left.map(({ because }) => because))).toContain("outside_levels");
    expect(draft).toMatchObject({ state: "draft", revision: 1, currentWeek: 1, agreements: [] });
    expect(draft.endsOn).toBe(inDays(55));
    const hours = draft.items.flatMap(({ portions }) => portions);
    expect(hours.reduce((sum, one) => sum + one.hours, 0)).toBeLessThanOrEqual(40);
  });

  it("counts the manager's word before one's own, and a rating before a mark", async () => {
    const engineer = await placedEngineer();
    const review = await command(harness, org, boss, "review.open", openReview, {
      memberId: engineer.memberId,
      levelId: level("senior"),
      dueOn: inDays(14),
    });
    const submit = (by: Member, rating: "yes" | "no") =>
      command(harness, org, by, "review.submit", submitReview, {
        reviewId: review.id,
        content: contentOf(review, rating),
      });
    await submit(boss, "no");
    const sealed = await preview(boss, asks(engineer));
    expect(sealed.gaps.map(({ by }) => by)).toEqual(["hand", "hand"]);
    await submit(engineer, "yes");
    const { gaps } = await preview(engineer, asks(engineer));
    expect(gaps.length).toBe(review.rows.length);
    expect(new Set(gaps.map(({ by }) => by))).toEqual(new Set(["manager"]));
  });

  it("is refused where nothing is missing, where it leads nowhere, and long before it starts", async () => {
    const engineer = await placedEngineer();
    const asked = (over: Partial<PlanRequestInput>) => make(engineer, asks(engineer, over));
    expect(await refusal(asked({ marked: [] }))).toBe("GROWTH_PLAN_NOTHING");
    expect(await refusal(asked({ levelId: level("engineer") }))).toBe("GROWTH_PLAN_NOT_ABOVE");
    expect(await refusal(asked({ startOn: inDays(120) }))).toBe("GROWTH_PLAN_START");
    expect(await refusal(asked({ levelId: crypto.randomUUID() }))).toBe("NOT_FOUND");
  });

  it("is made once, however many make it at once", async () => {
    const engineer = await placedEngineer();
    const all = Array.from({ length: 8 }, (_, n) => make(n % 2 ? boss : engineer, asks(engineer)));
    expect(await succeeded(all)).toHaveLength(1);
    expect(await refusal(make(boss, asks(engineer)))).toBe("GROWTH_PLAN_DRAFT");
  });
});

function contentOf({ rows }: ReviewView, rating: "yes" | "no") {
  return {
    ratings: rows.map(({ competencyId }) => ({
      competencyId,
      rating,
      notAssessedReason: "",
      evidence: "The cache of sessions, and how it was measured.",
    })),
    summary: "",
  };
}

describe("a draft: plan.edit", () => {
  it("takes what is put in, taken out, moved and of one's own, each upon the revision read", async () => {
    const engineer = await placedEngineer();
    const made = draftOf(await make(engineer, asks(engineer, { weeks: 20 })));
    const before = keysOf(made.draft);
    const last = before.at(-1) ?? "";
    const out = draftOf(await edit(boss, made.of, { do: "take_out", key: last }));
    expect(keysOf(out.draft)).toEqual(before.slice(0, -1));
    expect(out.draft.left.find(({ key }) => key === last)?.because).toBe("taken_out");
    expect(await refusal(edit(boss, made.of, { do: "take_out", key: before[0] ?? "" }))).toBe(
      "GROWTH_PLAN_CHANGED",
    );
    const back = draftOf(await edit(engineer, out.of, { do: "put_in", key: last }));
    expect(back.draft.items.at(-1)).toMatchObject({ key: last, why: { because: "kept" } });
    const item = {
      kind: "practice" as const,
      competency: "caching",
      title: "Our own cache",
      summary: "",
      hours: 6,
      evidence: "",
    };
    const own = draftOf(await edit(engineer, back.of, { do: "add_own", item }));
    const added = own.draft.items.at(-1);
    expect(added).toMatchObject({ title: "Our own cache", own: true, level: { key: "senior" } });
    const moved = draftOf(
      await edit(engineer, own.of, { do: "move", key: added?.key ?? "", week: 1 }),
    );
    expect(moved.draft.items[0]).toMatchObject({ title: "Our own cache", own: true });
    expect(moved.draft.items[0]?.portions[0]).toEqual({ week: 1, hours: 5 });
    expect(moved.draft.revision).toBe(5);
  });

  it("refuses what is there, what is unknown, what is too much, and what something requires", async () => {
    const engineer = await placedEngineer();
    const { draft, of } = draftOf(await make(engineer, asks(engineer, { weeks: 26 })));
    const put = (key: string) => edit(engineer, of, { do: "put_in", key });
    expect(await refusal(put(draft.items[0]?.key ?? ""))).toBe("GROWTH_PLAN_REPEATS");
    expect(await refusal(put("no-such-item"))).toBe("NOT_FOUND");
    for (const competency of ["magic", "__proto__", "constructor"]) {
      const own = { kind: "reading", competency, title: "Mine", summary: "", hours: 1 } as const;
      const added = edit(engineer, of, { do: "add_own", item: { ...own, evidence: "" } });
      expect(await refusal(added), competency).toBe("NOT_FOUND");
    }
    const waiting = draft.items.find(({ after }) => after.length > 0);
    const required = draft.items.find(({ title }) => title === waiting?.after[0]);
    const take = edit(engineer, of, { do: "take_out", key: required?.key ?? "" });
    expect(await refusal(take)).toBe("GROWTH_PLAN_REQUIRES");
    const early = edit(engineer, of, { do: "move", key: waiting?.key ?? "", week: 1 });
    expect(await refusal(early)).toBe("GROWTH_PLAN_ORDER");
    const small = await placedEngineer();
    const full = draftOf(await make(small, asks(small, { weeks: 4, hoursAWeek: 2 })));
    const item = { kind: "project", competency: "caching", title: "Too much" } as const;
    const much = { ...item, summary: "", hours: 30, evidence: "" };
    expect(await refusal(edit(small, full.of, { do: "add_own", item: much }))).toBe(
      "GROWTH_PLAN_FULL",
    );
  });

  it("is changed once, however many change it at once", async () => {
    const engineer = await placedEngineer();
    const { draft, of } = draftOf(await make(engineer, asks(engineer)));
    const out = { do: "take_out", key: draft.items.at(-1)?.key ?? "" } as const;
    const all = Array.from({ length: 8 }, () => edit(boss, of, out));
    expect(await succeeded(all)).toHaveLength(1);
  });
});

describe("a plan in force: plan.markDone, plan.undo, plan.replan and plan.end", () => {
  it("has its items marked as done with what shows it, once, and undone", async () => {
    const { engineer, agreed } = await agreedPlan();
    const itemId = agreed.items[0]?.itemId ?? "";
    const page = await done(engineer, agreed.id, itemId);
    expect(page.agreed?.items[0]?.done).toMatchObject({
      by: "An Engineer",
      shown: "The merged change.",
    });
    expect(await refusal(done(boss, agreed.id, itemId))).toBe("GROWTH_PLAN_ITEM_DONE");
    expect((await undo(boss, agreed.id, itemId)).agreed?.items[0]?.done).toBeNull();
    expect(await refusal(undo(boss, agreed.id, itemId))).toBe("GROWTH_PLAN_ITEM_OPEN");
    expect(await refusal(done(boss, agreed.id, crypto.randomUUID()))).toBe("NOT_FOUND");
    const all = Array.from({ length: 8 }, () => done(engineer, agreed.id, itemId));
    expect(await succeeded(all)).toHaveLength(1);
  });

  it("is made anew when weeks slip: done stays out, begun comes first, both agree again", async () => {
    const { engineer, agreed } = await agreedPlan();
    const [first, second] = agreed.items;
    await done(engineer, agreed.id, first?.itemId ?? "");
    const page = await again(boss, agreed.id, 3);
    const { draft, of } = draftOf(page);
    expect(keysOf(draft)).not.toContain(first?.key);
    expect(draft.items[0]).toMatchObject({ key: second?.key, why: { because: "kept" } });
    expect(draft.items[0]?.itemId).toBe(second?.itemId);
    expect(draft.startOn).toBe(inDays(14));
    expect(page.difference?.find(({ key }) => key === first?.key)?.change).toBe("done");
    expect(page.difference?.[0]).toMatchObject({
      key: second?.key,
      change: "moved",
      before: { from: 1 },
      after: { from: 1 },
    });
    expect(draft.follows).toEqual({ weeks: 8, startOn: inDays(0), done: 1 });
    expect(page.agreed?.follows).toBeNull();
    expect(page.agreed?.state).toBe("agreed");
    expect(await refusal(again(boss, agreed.id, 3))).toBe("GROWTH_PLAN_DRAFT");
    await agree(boss, of);
    const after = await agree(engineer, of);
    expect(after.agreed?.id).toBe(draft.id);
    const carried = after.agreed?.items[0]?.itemId ?? "";
    const worked = await done(engineer, draft.id, carried);
    expect(worked.agreed?.follows?.done).toBe(1);
    await undo(engineer, draft.id, carried);
    expect(after.past).toMatchObject([{ id: agreed.id, state: "superseded", done: 1 }]);
    expect(await refusal(again(boss, agreed.id, 3))).toBe("GROWTH_PLAN_NOT_AGREED");
  });

  it("ends once, with its reason, and then another is made", async () => {
    const { engineer, agreed } = await agreedPlan();
    expect(await refusal(make(boss, asks(engineer)))).toBe("GROWTH_PLAN_IN_FORCE");
    const page = await end(engineer, agreed.id);
    expect(page.past).toMatchObject([{ state: "ended", reason: "planted-end-of-plan" }]);
    expect(await refusal(end(boss, agreed.id))).toBe("GROWTH_PLAN_OVER");
    expect((await make(boss, asks(engineer))).draft?.number).toBe(2);
  });
});
