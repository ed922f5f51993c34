import { application, decision, note, scorecardRating } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeApplication, makeJob, type MadeJob } from "../../test/factories.ts";
import { auditTrail, query, refusal, useHarness } from "../../test/harness.ts";
import { DAY, useKeeping } from "../../test/keeping.ts";
import { plantedStrings, plantPerson } from "../../test/planted-person.ts";
import type { Org } from "../context.ts";
import { showKeeping } from "./show.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { due, settle, ended, person, restrictedIds, place } = keeping;
let org: Org;
let cast: Cast;
let berlin: MadeJob;
let california: MadeJob;

beforeAll(() => {
  ({ org, cast, berlin, california } = keeping.world);
});

describe("law 10: what is due is done by the worker", () => {
  it("erases whose maximum is over, and finds nobody else", async () => {
    const over = await ended(berlin, 190);
    const within = await ended(berlin, 170);
    const goesOn = await makeApplication(harness, org, berlin);
    const { candidateIds } = await due();
    expect(candidateIds).toContain(over.candidateId);
    expect(candidateIds).not.toContain(within.candidateId);
    expect(candidateIds).not.toContain(goesOn.candidateId);
    await settle(over.candidateId);
    expect(await person(over.candidateId)).toMatchObject({ name: "Erased person" });
    const trail = await auditTrail(harness, org.id);
    expect(JSON.stringify(trail.at(-1))).not.toContain(over.candidateId);
    expect(trail.at(-1)).toMatchObject({
      action: "retention.eraseCandidate",
      subjectKind: "erasure",
    });
    expect(await refusal(settle(within.candidateId))).toBe("NOTHING_DUE");
  });

  it("erases by the organization's own policy where no law sets a maximum", async () => {
    const old = await ended(california, 5 * 366);
    expect((await due()).candidateIds).toContain(old.candidateId);
  });

  it("erases once, whoever of two workers comes first", async () => {
    const { candidateId } = await ended(berlin, 200);
    const outcomes = await Promise.allSettled([settle(candidateId), settle(candidateId)]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes one application from a person of whom another stays, and keeps the numbers", async () => {
    const planted = plantedStrings();
    const world = { harness, org, cast, made: berlin };
    const { candidateId, applicationId } = await plantPerson(world, planted);
    const { applicationId: stays } = await makeApplication(harness, org, california, {
      candidateId,
    });
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "rejected", endedAt: new Date(Date.now() - 200 * DAY) })
        .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
    );
    await settle(candidateId);
    const left = await harness.within(org.id, async (tx) => ({
      row: await tx.select().from(application).where(eq(application.id, applicationId)),
      other: await tx.select().from(application).where(eq(application.id, stays)),
      notes: await tx.select().from(note).where(eq(note.applicationId, applicationId)),
      decisions: await tx.select().from(decision).where(eq(decision.applicationId, applicationId)),
      ratings: await tx.select().from(scorecardRating),
    }));
    expect(left.other[0]?.candidateId).toBe(candidateId);
    expect(left.row[0]?.candidateId).not.toBe(candidateId);
    expect(left.row[0]).toMatchObject({ state: "rejected", answers: [] });
    expect(left.notes).toEqual([]);
    expect(left.decisions).toMatchObject([{ kind: "offer", reason: "" }]);
    expect(left.ratings.length).toBeGreaterThan(0);
    expect(JSON.stringify(left)).not.toContain(planted.evidence);
    expect(await person(candidateId)).toMatchObject({ name: planted.name });
    const nameless = await person(left.row[0]?.candidateId ?? "");
    expect(nameless).toMatchObject({ name: "Erased person" });
    expect(nameless?.erasedAt).not.toBeNull();
  });

  it("keeps restricted what may not be kept and must be: California and Germany", async () => {
    const both = await makeJob(harness, { org, cast });
    await place(both, ["US-CA", "DE"]);
    const { candidateId, applicationId } = await ended(both, 200);
    const shown = await query(harness, org, cast.recruiter, "retention.show", showKeeping, {
      applicationId,
    });
    expect(shown).toMatchObject({ conflict: true, verdict: "restrict", why: "minimum" });
    expect(shown.lower).toMatchObject({ region: "US-CA" });
    expect(shown.upper).toMatchObject({ region: "DE" });
    await settle(candidateId);
    expect((await restrictedIds([applicationId, candidateId])).length).toBe(2);
    const hidden = query(harness, org, cast.recruiter, "retention.show", showKeeping, {
      applicationId,
    });
    expect(await refusal(hidden)).toBe("NOT_FOUND");
    expect((await due()).candidateIds).not.toContain(candidateId);
    const inFive = new Date(Date.now() + 5 * 366 * DAY);
    expect((await due(inFive)).candidateIds).toContain(candidateId);
    await settle(candidateId, inFive);
    expect(await person(candidateId)).toMatchObject({ name: "Erased person" });
    expect(await restrictedIds([applicationId, candidateId])).toEqual([]);
  });
});
