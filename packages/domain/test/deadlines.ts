import { deadline, job } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Actor, CommandCtx, Member } from "../src/context.ts";
import { listDeadlines } from "../src/deadline/list.ts";
import type { DeadlineKind } from "../src/deadline/schemas.ts";
import type { Permission } from "../src/permissions.ts";
import type { World } from "./deciding.ts";
import { command, query } from "./harness.ts";

/** Deadlines as tests ask for them. */
export function deadlinesOf({ harness, org, made }: Pick<World, "harness" | "org" | "made">) {
  const all = () =>
    harness.within(org.id, (tx) =>
      tx.select().from(deadline).where(eq(deadline.orgId, org.id)).orderBy(asc(deadline.id)),
    );
  return {
    all,
    /** Of an application, `kind state` each, void ones left out. */
    states: async (applicationId: string) =>
      (await all())
        .filter((row) => row.applicationId === applicationId && row.state !== "void")
        .map((row) => `${row.kind} ${row.state}`)
        .toSorted(),
    one: async (applicationId: string, kind: DeadlineKind) => {
      const rows = await all();
      const found = rows.findLast(
        (row) => row.applicationId === applicationId && row.kind === kind && row.state !== "void",
      );
      if (found === undefined) throw new Error(`There is no ${kind}.`);
      return found;
    },
    list: (actor: Member, input: Partial<Parameters<typeof listDeadlines>[1]> = {}) =>
      query(harness, org, actor, "deadline.list", listDeadlines, { scope: "all", ...input }),
    call: <I extends object, T>(
      actor: Actor,
      permission: Permission,
      verb: (ctx: CommandCtx, input: I) => Promise<T>,
      input: I,
    ) => command(harness, org, actor, permission, verb, input),
    setPlaces: (locations: string[]) =>
      harness.within(org.id, (tx) =>
        tx
          .update(job)
          .set({ locations })
          .where(and(eq(job.orgId, org.id), eq(job.id, made.jobId))),
      ),
  };
}
