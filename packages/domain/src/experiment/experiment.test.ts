import { randomUUID } from "node:crypto";
import { newId } from "@rubric/db";
import { application, candidate, experiment, exposure } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type Cast, makeJob, type MadeJob, makeOrg, type Rows } from "../../test/factories.ts";
import {
  auditTrail,
  command,
  memberActor,
  query,
  refusal,
  useHarness,
} from "../../test/harness.ts";
import type { CommandCtx, Org, StaffMember } from "../context.ts";
import { recordExposures } from "./expose.ts";
import {
  draftExperiment,
  listExperiments,
  showExperiment,
  startExperiment,
  stopExperiment,
} from "./index.ts";
import { runningExperiments } from "./access.ts";
import { segmentOf, variantOf } from "./variant.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let other: StaffMember;

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  other = memberActor(cast.recruiter.memberId, ["admin"], "Other Admin");
});

const input = {
  name: "Later e-mails",
  question: "Do people apply again more often when we write later?",
  rule: "application.rejectionDelay",
  metric: "applied_again" as const,
  variants: [
    { key: "soon", weight: 50 },
    { key: "later", weight: 50 },
  ],
  minimum: 20,
};
const draft = (more: Partial<typeof input> = {}, actor = cast.admin) =>
  command(harness, org, actor, "experiment.draft", draftExperiment, { ...input, ...more });
const start = (experimentId: string, actor = other) =>
  command(harness, org, actor, "experiment.start", startExperiment, { experimentId });
const stop = (experimentId: string, actor = cast.admin) =>
  command(harness, org, actor, "experiment.stop", stopExperiment, {
    experimentId,
    reason: "We know enough.",
  });
const show = (experimentId: string, actor = cast.admin, of = org) =>
  query(harness, of, actor, "experiment.show", showExperiment, { experimentId });
const exposures = (experimentId: string) =>
  harness.within(org.id, (tx) =>
    tx.select().from(exposure).where(eq(exposure.experimentId, experimentId)),
  );

describe("an experiment", () => {
  it("is written by one admin, started by another, stopped with a reason, each with one entry", async () => {
    const { id, state, may } = await draft();
    expect(state).toBe("draft");
    expect(may.start?.sentence).toBe("Who wrote an experiment does not start it.");
    expect(await refusal(start(id, cast.admin))).toBe("EXPERIMENT_OWN");
    expect(await harness.within(org.id, (tx) => runningExperiments(tx, org.id))).toEqual([]);
    const running = await start(id);
    expect(running).toMatchObject({ state: "running", startedBy: "recruiter" });
    expect(await harness.within(org.id, (tx) => runningExperiments(tx, org.id))).toEqual([
      { id, rule: input.rule, variants: input.variants },
    ]);
    const stopped = await stop(id);
    expect(stopped).toMatchObject({ state: "stopped", stopReason: "We know enough." });
    expect(stopped.may.start).not.toBeNull();
    expect(await refusal(stop(id))).toBe("EXPERIMENT_STATE");
    expect(await refusal(start(id))).toBe("EXPERIMENT_STATE");
    const trail = await auditTrail(harness, org.id);
    expect(trail.map((one) => one.action)).toEqual([
      "experiment.draft",
      "experiment.start",
      "experiment.stop",
    ]);
  });

  it.each([
    ["offer.headcount", "law"],
    ["fairness.selfIdentification", "law"],
    ["candidate.adjustmentLimit", "law"],
    ["offer.nothing", "unknown"],
    ["toString", "unknown"],
  ])("is refused on %s: %s", async (rule) => {
    expect(await refusal(draft({ rule }))).toBe("EXPERIMENT_RULE");
  });

  it("runs once on a rule, however many are started at once", async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => draft()));
    const outcomes = await Promise.all(
      drafts.map(({ id }) => start(id).then(() => "started", refusalOf)),
    );
    expect(outcomes.toSorted()).toEqual([...Array(5).fill("EXPERIMENT_RUNNING"), "started"]);
    const running = await harness.within(org.id, (tx) => runningExperiments(tx, org.id));
    expect(running).toHaveLength(1);
    const [one] = running;
    await stop(one?.id ?? "");
    const next = drafts.find(({ id }) => id !== one?.id);
    expect((await start(next?.id ?? "")).state).toBe("running");
  });

  it("is for admins, and hides another organization's", async () => {
    const { id } = await draft();
    for (const actor of [cast.recruiter, cast.manager, cast.interviewer, cast.auditor]) {
      expect(await refusal(draft({}, actor))).toBe("FORBIDDEN");
      expect(await refusal(show(id, actor))).toBe("FORBIDDEN");
    }
    const elsewhere = await makeOrg(harness);
    expect(await refusal(show(id, elsewhere.cast.admin, elsewhere.org))).toBe("NOT_FOUND");
    const list = await query(
      harness,
      elsewhere.org,
      elsewhere.cast.admin,
      "experiment.list",
      listExperiments,
      {},
    );
    expect(list.experiments).toEqual([]);
    expect(list.rules.map((rule) => rule.name)).toEqual([
      "application.rejectionDelay",
      "application.messageLimit",
      "candidate.questionLimit",
    ]);
  });
});

const refusalOf = (error: unknown) => refusal(Promise.reject(error));

describe("an exposure", () => {
  const expose = (experimentId: string, variant: string, subjectId: string, at?: Date) =>
    harness.within(org.id, (tx) =>
      recordExposures(
        { tx, org, clock: at ?? new Date() } satisfies Pick<CommandCtx, "tx" | "org" | "clock">,
        [{ segment: segmentOf(experimentId, variant), subjectId }],
      ),
    );

  it("is recorded once for a subject, however many calls there are at once", async () => {
    const { id } = await draft();
    const subjectId = randomUUID();
    await Promise.all(Array.from({ length: 12 }, () => expose(id, "soon", subjectId)));
    const [first, ...more] = await exposures(id);
    expect(first).toMatchObject({ subjectId, variant: "soon" });
    expect(more).toEqual([]);
    await expose(id, "soon", subjectId, new Date("2030-01-01"));
    expect(await exposures(id)).toEqual([first]);
  });

  it("is none where nothing is varied", async () => {
    await harness.within(org.id, (tx) => recordExposures({ tx, org, clock: new Date() }, []));
  });
});

describe("what an experiment found", () => {
  const then = new Date("2026-03-01T10:00:00.000Z");
  const later = new Date("2026-03-02T10:00:00.000Z");
  let made: MadeJob;
  let id: string;

  beforeEach(async () => {
    made = await makeJob(harness, { org, cast });
    ({ id } = await draft());
    await start(id);
  });

  /** Rejected applications in a variant, of whose people so many applied again. */
  async function exposed(variant: string, total: number, again: number) {
    const people = Array.from({ length: total }, (_, n) => ({
      applicationId: newId(),
      candidateId: newId(),
      again: n < again,
    }));
    await insertPeople(harness, org, made, people, { at: then, later });
    await harness.within(org.id, (tx) =>
      tx.insert(exposure).values(
        people.map(({ applicationId }) => ({
          orgId: org.id,
          experimentId: id,
          subjectId: applicationId,
          variant,
          at: then,
        })),
      ),
    );
  }

  it("is shown once it is stopped, with intervals and the difference to the first variant", async () => {
    await exposed("soon", 80, 48);
    await exposed("later", 70, 56);
    const running = await show(id);
    expect(running.variants.map((one) => [one.enough, one.result])).toEqual([
      [true, null],
      [true, null],
    ]);
    const [soon, late] = (await stop(id)).variants;
    expect(soon?.result).toMatchObject({ of: 48, total: 80, share: 0.6, difference: null });
    expect(late?.result).toMatchObject({ of: 56, total: 70, share: 0.8 });
    // Newcombe (1998), method 10.
    expect(late?.result?.difference?.value).toBeCloseTo(0.2, 10);
    expect(late?.result?.difference?.interval.low).toBeCloseTo(0.0524, 4);
    expect(late?.result?.difference?.interval.high).toBeCloseTo(0.3339, 4);
  });

  it("says too few below the minimum, and for a number that speaks of people", async () => {
    await exposed("soon", 40, 4);
    await exposed("later", 19, 9);
    const { variants } = await stop(id);
    expect(variants.map((one) => [one.enough, one.result])).toEqual([
      [true, null],
      [false, null],
    ]);
  });

  it("counts what came before the end, and nothing after it", async () => {
    await exposed("soon", 40, 20);
    harness.setClock(new Date("2026-03-01T12:00:00.000Z"));
    await stop(id);
    harness.setClock(null);
    expect((await show(id)).variants[0]?.result).toBeNull();
  });
});

describe("a variant", () => {
  it("is the same for a subject in each call", async () => {
    const { id } = await draft();
    const subject = randomUUID();
    const found = new Set(Array.from({ length: 5 }, () => variantOf(id, subject, input.variants)));
    expect(found.size).toBe(1);
  });

  it("cannot be of two running experiments of a rule, whoever writes the rows", async () => {
    const one = await draft();
    const two = await draft();
    const run = (id: string) =>
      harness.within(org.id, (tx) =>
        tx
          .update(experiment)
          .set({ state: "running", startedBy: other.memberId })
          .where(and(eq(experiment.orgId, org.id), eq(experiment.id, id))),
      );
    await run(one.id);
    await expect(run(two.id)).rejects.toMatchObject({ cause: { code: "23505" } });
  });
});

async function insertPeople(
  { within }: Rows,
  { id: orgId }: Org,
  made: MadeJob,
  people: readonly { applicationId: string; candidateId: string; again: boolean }[],
  { at, later }: { at: Date; later: Date },
) {
  const applied = (id: string, candidateId: string, when: Date) => ({
    orgId,
    id,
    candidateId,
    jobId: made.jobId,
    planId: made.planId,
    stageId: made.stages.review,
    state: "rejected" as const,
    source: "applied" as const,
    answers: [],
    createdAt: when,
    enteredStageAt: when,
    endedAt: when,
  });
  await within(orgId, async (tx) => {
    await tx.insert(candidate).values(
      people.map(({ candidateId }) => ({
        orgId,
        id: candidateId,
        email: `${candidateId}@people.test`,
        name: "Casey",
        phone: "",
        headline: "",
        location: "",
        links: [],
        createdAt: at,
      })),
    );
    await tx
      .insert(application)
      .values(
        people.flatMap(({ applicationId, candidateId, again }) => [
          applied(applicationId, candidateId, at),
          ...(again ? [applied(newId(), candidateId, later)] : []),
        ]),
      );
  });
}
