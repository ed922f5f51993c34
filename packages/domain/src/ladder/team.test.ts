import { describe, expect, it } from "vitest";
import { command, query } from "../../test/harness.ts";
import { inDays, planWorld } from "../../test/planning.ts";
import { recordCheckIn, replyCheckIn } from "../check-in/index.ts";
import { mondayOf } from "../check-in/rules.ts";
import { listTeam } from "./index.ts";

const { harness, world, newEngineer, agreedPlan, acts } = planWorld();

describe("a manager's team", () => {
  it("says how each gets on: the last check-in, the plan in force, the level", async () => {
    const { org, boss } = world();
    const list = async () =>
      (await query(harness, org, boss, "ladder.listTeam", listTeam, {})).people;
    const { engineer, agreed } = await agreedPlan();
    const fresh = await newEngineer();
    const { memberId } = engineer;
    const find = async (id: string) => (await list()).find((one) => one.id === id);
    expect(await find(fresh.memberId)).toMatchObject({ level: null, checkIn: null, plan: null });

    const week = mondayOf(inDays(0));
    const said = { done: "planted-check-in", blocked: "", confidence: null, hours: null };
    const { id } = await command(harness, org, engineer, "checkIn.record", recordCheckIn, {
      memberId,
      week,
      ...said,
    });
    await acts.done(engineer, agreed.id, agreed.items[0]?.itemId ?? "");
    const items = agreed.items.length;
    expect(await find(memberId)).toMatchObject({
      level: expect.any(String),
      checkIn: { week, waits: true },
      plan: { done: 1, items, week: 1, weeks: 8 },
    });
    await command(harness, org, boss, "checkIn.reply", replyCheckIn, {
      memberId,
      checkInId: id,
      revision: 1,
      reply: "Good.",
    });
    const answered = await find(memberId);
    expect(answered?.checkIn).toEqual({ week, waits: false });
    expect(JSON.stringify(answered)).not.toContain("planted");
    await acts.end(boss, agreed.id);
    expect((await find(memberId))?.plan).toBeNull();
  });
});
