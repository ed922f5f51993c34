import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeOrg } from "../../test/factories.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import type { CommandCtx, Org, ReadCtx } from "../context.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

const write = (ctx: ReadCtx) =>
  ctx.read.execute(sql`update member set title = 'Written' where id = ${cast.engineer.memberId}`);

async function lockTimeout(ctx: CommandCtx): Promise<unknown> {
  ctx.audit({ subject: { kind: "organization", id: org.id } });
  const [row] = await ctx.tx.execute(sql`select current_setting('lock_timeout') as held`);
  return row?.["held"];
}

describe("the transaction of a call", () => {
  it("lets a query write nothing, though its verb tries", async () => {
    await expect(query(harness, org, cast.admin, "home.show", write, {})).rejects.toMatchObject({
      cause: { code: "25006" },
    });
  });

  it("has a command wait 10 s for a lock, once it has its key", async () => {
    const held = command(harness, org, cast.admin, "organization.invite", lockTimeout, {});
    expect(await held).toBe("10s");
  });
});
