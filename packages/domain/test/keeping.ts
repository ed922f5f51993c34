import { type Connection, connect } from "@rubric/db";
import { application, candidate, job, restriction } from "@rubric/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import type { Actor, CommandCtx, Org } from "../src/context.ts";
import { runCommand, runQuery } from "../src/execution/index.ts";
import { eraseDue, type Erased } from "../src/retention/erase-candidate.ts";
import { erase } from "../src/retention/erase.ts";
import { findDue } from "../src/retention/find-due.ts";
import { setHold } from "../src/retention/set-hold.ts";
import { type Cast, makeApplication, makeJob, makeOrg, type MadeJob } from "./factories.ts";
import { command, type Harness } from "./harness.ts";

export const DAY = 86_400_000;

type World = { org: Org; cast: Cast; berlin: MadeJob; california: MadeJob };

/** What tests of law 10 stand on: jobs in Berlin and California, and the worker's role. */
export function useKeeping(harness: Harness) {
  const state: { retention?: Connection; world?: World } = {};
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The world is made in beforeAll.");
    return value;
  };
  const world = () => need(state.world);

  beforeAll(async () => {
    state.retention = connect(harness.database.retentionUrl, { max: 4 });
    const { org, cast } = await makeOrg(harness);
    const berlin = await makeJob(harness, { org, cast });
    const california = await makeJob(harness, { org, cast });
    state.world = { org, cast, berlin, california };
    await place(california, ["US-CA"]);
  });
  afterAll(() => need(state.retention).close());

  async function place(made: MadeJob, locations: string[]): Promise<void> {
    const { org } = world();
    await harness.within(org.id, (tx) =>
      tx
        .update(job)
        .set({ locations })
        .where(and(eq(job.orgId, org.id), eq(job.id, made.jobId))),
    );
  }

  const systemCall = () => ({
    org: world().org,
    origin: { ip: "", requestId: "job", userAgent: "" },
    key: null,
    actor: async () => ({ kind: "system", job: "worker" }) as const,
  });

  /** What the worker does: as the role that may empty audit details, or as `rubric_api`. */
  const asWorker = <T>(verb: (ctx: CommandCtx) => Promise<T>, at?: Date, api = false) =>
    runCommand(
      {
        ...harness.deps,
        ...(api ? {} : { db: need(state.retention).db }),
        ...(at === undefined ? {} : { now: () => at }),
      },
      systemCall(),
      {
        permission: "retention.eraseCandidate",
        subjectId: null,
        input: {},
        key: "none",
        audit: "one",
        parse: (answer) => z.custom<T>().parse(answer),
      },
      verb,
    );

  return {
    get world() {
      return world();
    },
    place,
    asWorker,
    due: (at?: Date) =>
      runQuery(
        {
          ...harness.deps,
          db: need(state.retention).db,
          ...(at === undefined ? {} : { now: () => at }),
        },
        systemCall(),
        { permission: "retention.settle", subjectId: null },
        (ctx) => findDue(ctx, { after: null }),
      ),
    settle: (candidateId: string, at?: Date): Promise<Erased> =>
      asWorker((ctx) => eraseDue(ctx, { candidateId }), at),
    /** An application that was rejected so many days ago. */
    ended: async (made: MadeJob, daysAgo: number) => {
      const { org } = world();
      const ids = await makeApplication(harness, org, made);
      const endedAt = new Date(Date.now() - daysAgo * DAY);
      await harness.within(org.id, (tx) =>
        tx
          .update(application)
          .set({ state: "rejected", stateReason: "no_answer", endedAt })
          .where(and(eq(application.orgId, org.id), eq(application.id, ids.applicationId))),
      );
      return ids;
    },
    ask: (candidateId: string) =>
      command(harness, world().org, world().cast.admin, "retention.erase", erase, {
        candidateId,
        reason: "They asked by letter.",
      }),
    hold: (on: "candidate" | "job", subjectId: string, actor: Actor = world().cast.admin) =>
      command(harness, world().org, actor, "retention.setHold", setHold, {
        on,
        subjectId,
        reason: "A claim was filed.",
      }),
    /** A person's row, restricted or not. */
    person: (candidateId: string) =>
      need(state.retention).db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.org', ${world().org.id}, true)`);
        const [row] = await tx.select().from(candidate).where(eq(candidate.id, candidateId));
        return row;
      }),
    restrictedIds: (ids: string[]) =>
      harness.within(world().org.id, (tx) =>
        tx.select().from(restriction).where(inArray(restriction.subjectId, ids)),
      ),
  };
}
