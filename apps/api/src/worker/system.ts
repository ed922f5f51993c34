import type { CommandCtx, Org } from "@rubric/domain/context";
import { type Call, type Deps, runCommand } from "@rubric/domain/execution";
import type { Permission } from "@rubric/domain/permissions";

/** A call of the system in one organization. */
export function systemCall(org: Org): Call {
  return {
    org,
    origin: { ip: "", requestId: "worker", userAgent: "" },
    key: null,
    actor: async () => ({ kind: "system", job: "worker" }),
  };
}

/** Runs a command as the system in one organization; its verb stages the audit entry. */
export async function runAsSystem<T>(
  deps: Deps,
  org: Org,
  permission: Permission,
  input: object,
  verb: (ctx: CommandCtx) => Promise<T>,
): Promise<T> {
  let done: { answer: T } | undefined;
  await runCommand<void>(
    deps,
    systemCall(org),
    {
      permission,
      subjectId: null,
      input,
      key: "none",
      audit: "one",
      parse: () => {},
    },
    async (ctx) => {
      done = { answer: await verb(ctx) };
    },
  );
  return answered(done).answer;
}

/** A command that returned has run its verb to the end. */
function answered<T>(done: T | undefined): T {
  if (done === undefined) throw new Error("The command ran no verb.");
  return done;
}

/** Thrown to roll a command back that found nothing to do, so that it leaves no entry. */
class NothingDue extends Error {}

/**
 * Runs what is due in one organization as one command with one audit entry, which says how much was
 * done unless the verb stages its own; none if nothing was. Returns how much.
 */
export async function runDue(
  deps: Deps,
  org: Org,
  permission: Permission,
  verb: (ctx: CommandCtx) => Promise<number>,
  entry: "count" | "own" = "count",
): Promise<number> {
  try {
    return await runAsSystem(deps, org, permission, {}, async (ctx) => {
      const count = await verb(ctx);
      if (count === 0) throw new NothingDue();
      if (entry === "count") {
        ctx.audit({ subject: { kind: "organization", id: org.id }, after: { count } });
      }
      return count;
    });
  } catch (error) {
    if (error instanceof NothingDue) return 0;
    throw error;
  }
}
