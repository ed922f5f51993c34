import type { CommandCtx, Org } from "../src/context.ts";
import { runCommand } from "../src/execution/index.ts";
import type { Permission } from "../src/permissions.ts";
import type { Harness } from "./harness.ts";

class NothingDue extends Error {}

/** Runs as the system what is due in an organization, the way the worker does; returns how much. */
export async function runDueAs(
  harness: Harness,
  org: Org,
  permission: Permission,
  verb: (ctx: CommandCtx) => Promise<number>,
): Promise<number> {
  let count = 0;
  const call = {
    org,
    origin: { ip: "", requestId: "worker", userAgent: "" },
    key: null,
    actor: async () => ({ kind: "system", job: "worker" }) as const,
  };
  const asked = { permission, subjectId: null, input: {}, key: "none", audit: "one" } as const;
  const done = runCommand<void>(harness.deps, call, { ...asked, parse: () => {} }, async (ctx) => {
    count = await verb(ctx);
    if (count === 0) throw new NothingDue();
    ctx.audit({ subject: { kind: "organization", id: org.id }, after: { count } });
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof NothingDue)) throw error;
  });
  return count;
}
