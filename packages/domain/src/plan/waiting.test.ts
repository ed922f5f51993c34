import { beforeAll, describe, expect, it } from "vitest";
import { query } from "../../test/harness.ts";
import { draftOf, planWorld } from "../../test/planning.ts";
import type { Member, Org } from "../context.ts";
import { listTeam } from "../ladder/index.ts";
import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { showHome } from "../home/index.ts";
import { takeMail } from "../mail/deliver.ts";
import { LIMITS } from "../limits.ts";

const { harness, world, placedEngineer, agreedPlan, asks, acts } = planWorld();
const { make, agree, again } = acts;
let org: Org;
let boss: Member;

beforeAll(() => {
  ({ org, boss } = world());
});

const waiting = async (by: Member) =>
  (await query(harness, org, by, "home.show", showHome, {})).plans.map(({ planId }) => planId);

describe("what waits on Home: drafts of plans", () => {
  it("names a first draft to each of the two until they agreed", async () => {
    const engineer = await placedEngineer();
    const { of } = draftOf(await make(engineer, asks(engineer)));
    expect(await waiting(engineer)).toEqual([of.planId]);
    expect(await waiting(boss)).toContain(of.planId);
    await agree(engineer, of);
    expect(await waiting(engineer)).toEqual([]);
    expect(await waiting(boss)).toContain(of.planId);
    await agree(boss, of);
    expect(await waiting(boss)).not.toContain(of.planId);
  });

  it("names the new draft of a plan that both agreed to before", async () => {
    const { engineer, agreed } = await agreedPlan();
    const { of } = draftOf(await again(engineer, agreed.id, 2));
    expect(await waiting(boss)).toContain(of.planId);
    await agree(engineer, of);
    expect(await waiting(engineer)).toEqual([]);
    expect(await waiting(boss)).toContain(of.planId);
  });
});

describe("the e-mail to whoever has not agreed", () => {
  const letters = async (planId: string) => {
    const rows = await harness.within(org.id, (tx) =>
      tx
        .select({ id: mail.id, to: mail.recipientId })
        .from(mail)
        .where(
          and(
            eq(mail.orgId, org.id),
            eq(mail.subjectId, planId),
            eq(mail.template, "plan.toAgree"),
          ),
        ),
    );
    const deps = {
      db: harness.connection.db,
      limits: LIMITS,
      publicUrl: "https://rubric.test",
    };
    const taken = [];
    for (const { id, to } of rows) {
      taken.push({ to, letter: (await takeMail(deps, { orgId: org.id, id }))?.mail });
    }
    return taken;
  };

  it("goes to the manager once the person agreed, with no word of the plan", async () => {
    const engineer = await placedEngineer();
    const { of, draft } = draftOf(await make(engineer, asks(engineer)));
    expect(await letters(of.planId)).toEqual([]);
    await agree(engineer, of);
    const [one, ...more] = await letters(of.planId);
    expect(more).toEqual([]);
    expect(one?.to).toBe(boss.memberId);
    expect(one?.letter?.subject).toBe(`To agree: the plan of ${engineer.name}`);
    const text = one?.letter?.text ?? "";
    expect(text).toContain(`/growth/${engineer.memberId}/plan`);
    for (const word of [...draft.items.map(({ title }) => title), draft.aimedAt.name, "weeks"]) {
      expect(text).not.toContain(word);
    }
  });

  it("goes to the person where the manager is first, and is written no more once it is in force", async () => {
    const engineer = await placedEngineer();
    const { of } = draftOf(await make(boss, asks(engineer)));
    await agree(boss, of);
    await agree(engineer, of);
    expect(await letters(of.planId)).toEqual([{ to: engineer.memberId, letter: undefined }]);
  });
});

describe("my team: the plan that waits for the manager", () => {
  it("is told as long as the manager has not agreed, and of nobody else's", async () => {
    const { engineer, agreed } = await agreedPlan();
    const line = async () => {
      const { people } = await query(harness, org, boss, "ladder.listTeam", listTeam, {});
      return people.find(({ id }) => id === engineer.memberId)?.planWaits;
    };
    expect(await line()).toBe(false);
    const { of } = draftOf(await again(engineer, agreed.id, 2));
    expect(await line()).toBe(true);
    await agree(engineer, of);
    expect(await line()).toBe(true);
    await agree(boss, of);
    expect(await line()).toBe(false);
  });
});
