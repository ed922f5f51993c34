import { auditDetail } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal } from "../../test/harness.ts";
import { draftOf, keysOf, planWorld, succeeded } from "../../test/planning.ts";
import type { Member, Org } from "../context.ts";
import { setManager } from "../organization/index.ts";
import { showPlan } from "./index.ts";

const { harness, world, newEngineer, placedEngineer, agreedPlan, asks, acts } = planWorld();
const { show, preview, make, edit, agree, done, undo, again, end } = acts;
let org: Org;
let cast: Cast;
let boss: Member;

beforeAll(() => {
  ({ org, cast, boss } = world());
});

describe("law 4: a plan is agreed on by two people", () => {
  it("is in force with both words to the same revision, and any change takes them back", async () => {
    const engineer = await placedEngineer();
    const made = draftOf(await make(engineer, asks(engineer)));
    const one = draftOf(await agree(engineer, made.of)).draft;
    expect(one.agreements.map(({ side }) => side)).toEqual(["self"]);
    expect(await refusal(agree(engineer, made.of))).toBe("GROWTH_PLAN_AGREED");
    const changed = draftOf(
      await edit(boss, made.of, { do: "take_out", key: keysOf(made.draft).at(-1) ?? "" }),
    );
    expect(changed.draft.agreements).toEqual([]);
    expect(await refusal(agree(boss, made.of))).toBe("GROWTH_PLAN_CHANGED");
    await agree(boss, changed.of);
    const page = await agree(engineer, changed.of);
    expect(page.draft).toBeNull();
    expect(page.agreed?.agreements.map(({ side }) => side)).toEqual(["manager", "self"]);
    expect(page.may.make?.sentence).toBeTruthy();
    expect(await refusal(edit(boss, changed.of, { do: "take_out", key: "x" }))).toBe(
      "GROWTH_PLAN_NOT_DRAFT",
    );
  });

  it("comes into force once, however often both agree at once", async () => {
    const engineer = await placedEngineer();
    const { of } = draftOf(await make(engineer, asks(engineer)));
    const all = Array.from({ length: 12 }, (_, n) => agree(n % 2 === 0 ? boss : engineer, of));
    expect(await succeeded(all)).toHaveLength(2);
    const { agreed, draft } = await show(boss, engineer);
    expect(draft).toBeNull();
    expect(agreed?.agreements).toHaveLength(2);
  });

  it("asks the manager of today: a former one's word does not count", async () => {
    const engineer = await placedEngineer();
    const { of } = draftOf(await make(engineer, asks(engineer)));
    await agree(boss, of);
    const assign = (managerId: string | null) =>
      command(harness, org, cast.admin, "organization.setManager", setManager, {
        memberId: engineer.memberId,
        managerId,
      });
    await assign(null);
    expect(await refusal(agree(engineer, of))).toBe("GROWTH_PLAN_ALONE");
    await assign(cast.manager.memberId);
    const { draft } = draftOf(await agree(engineer, of));
    expect(draft.agreements.map(({ side }) => side)).toEqual(["self"]);
    expect((await agree(cast.manager, of)).agreed?.id).toBe(of.planId);
  });
});

describe("law 12 and law 15: a plan is its two people's", () => {
  it("is not there for anyone else, whatever their roles, and in no organization", async () => {
    const { engineer, agreed } = await agreedPlan();
    const peer = await newEngineer("A Peer");
    const elsewhere = await makeOrg(harness);
    const itemId = agreed.items[0]?.itemId ?? "";
    const strangers = [cast.admin, cast.recruiter, cast.manager, cast.auditor, cast.engineer, peer];
    for (const one of strangers) {
      const of = { planId: agreed.id, revision: 1 };
      const calls = [
        () => show(one, engineer),
        () => preview(one, asks(engineer)),
        () => make(one, asks(engineer)),
        () => edit(one, of, { do: "take_out", key: "x" }),
        () => agree(one, of),
        () => done(one, agreed.id, itemId),
        () => undo(one, agreed.id, itemId),
        () => again(one, agreed.id, 2),
        () => end(one, agreed.id),
      ];
      for (const call of calls) expect(await refusal(call()), one.name).toBe("NOT_FOUND");
    }
    const foreign = query(harness, elsewhere.org, elsewhere.cast.admin, "plan.show", showPlan, {
      memberId: engineer.memberId,
    });
    expect(await refusal(foreign)).toBe("NOT_FOUND");
  });

  it("leaves entries in the trail without a word of it", async () => {
    const { engineer, agreed } = await agreedPlan();
    await done(engineer, agreed.id, agreed.items[0]?.itemId ?? "", "planted-for-the-trail");
    await end(boss, agreed.id);
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === agreed.id);
    expect(entries.map(({ action }) => action)).toEqual([
      "plan.make",
      "plan.agree",
      "plan.agree",
      "plan.markDone",
      "plan.end",
    ]);
    const details = await harness.within(org.id, (tx) =>
      tx.select().from(auditDetail).where(eq(auditDetail.orgId, org.id)),
    );
    expect(JSON.stringify(details)).not.toMatch(/planted-|Our own cache/);
  });
});
