import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg, makeRelation, type MadeJob } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { useKeeping } from "../../test/keeping.ts";
import { showOwn } from "../candidate/show-own.ts";
import type { Org } from "../context.ts";
import { Refused } from "../errors.ts";
import { eraseCandidate } from "./erase-candidate.ts";
import { liftHold } from "./lift-hold.ts";
import { listRetention } from "./list.ts";
import { requestErasure } from "./request-erasure.ts";
import { setHold } from "./set-hold.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { asWorker, settle, ended, ask, hold, person, restrictedIds } = keeping;
let org: Org;
let cast: Cast;
let berlin: MadeJob;
let california: MadeJob;

beforeAll(() => {
  ({ org, cast, berlin, california } = keeping.world);
});

describe("law 10: a legal hold goes before all", () => {
  it("stops what is due and what was asked for, until it is lifted", async () => {
    const { candidateId } = await ended(berlin, 200);
    const { id } = await hold("candidate", candidateId);
    await settle(candidateId);
    expect(await person(candidateId)).not.toMatchObject({ name: "Erased person" });
    const asked = await ask(candidateId).catch((error: unknown) => error);
    // What passed its maximum is restricted under the hold, so to a member it is gone.
    expect(asked).toBeInstanceOf(Refused);
    const { id: erasureId } = await command(
      harness,
      org,
      { kind: "candidate", candidateId },
      "candidate.askErasure",
      async (ctx) => {
        const made = await requestErasure(ctx, candidateId, "candidate");
        ctx.audit({ subject: { kind: "candidate", id: candidateId }, candidateId });
        return made;
      },
      {},
    );
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    expect(await person(candidateId)).not.toMatchObject({ name: "Erased person" });
    const own = await query(
      harness,
      org,
      { kind: "candidate", candidateId },
      "candidate.showOwn",
      showOwn,
      {},
    );
    expect(own.keeping[0]?.sentence).toContain("legal matter");
    expect(own.may.askErasure?.sentence).toContain("asked for already");
    await command(harness, org, cast.admin, "retention.liftHold", liftHold, {
      holdId: id,
      reason: "It was settled.",
    });
    expect(harness.jobs.at(-1)).toMatchObject({ queue: "erasure", id: erasureId });
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    expect(await person(candidateId)).toMatchObject({ name: "Erased person" });
  });

  it("holds for everybody who applied to a job", async () => {
    const held = await makeJob(harness, { org, cast });
    const { candidateId } = await ended(held, 200);
    await hold("job", held.jobId);
    await settle(candidateId);
    expect(await person(candidateId)).not.toMatchObject({ name: "Erased person" });
  });

  it("and an erasure at once come one after the other, in one order or the other", async () => {
    for (let n = 0; n < 6; n += 1) {
      const { candidateId } = await ended(berlin, 200);
      const [set, gone] = await Promise.allSettled([
        hold("candidate", candidateId),
        settle(candidateId),
      ]);
      const erased = (await person(candidateId))?.erasedAt != null;
      // Held first: nothing is erased. Erased first: nobody is there to be held.
      expect(set.status === "fulfilled").toBe(!erased);
      expect(gone.status).toBe("fulfilled");
    }
  });

  it("is set once and lifted once, by an admin and with a reason", async () => {
    const { candidateId } = await ended(california, 1);
    for (const actor of [cast.recruiter, cast.manager, cast.auditor]) {
      expect(await refusal(hold("candidate", candidateId, actor))).toBe("FORBIDDEN");
    }
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => hold("candidate", candidateId)),
    );
    const set = outcomes.filter((one) => one.status === "fulfilled");
    expect(set).toHaveLength(1);
    const [first] = set;
    const holdId = first?.value.id ?? "";
    const lift = () =>
      command(harness, org, cast.admin, "retention.liftHold", liftHold, {
        holdId,
        reason: "Over.",
      });
    await lift();
    expect(await refusal(lift())).toBe("HOLD_LIFTED");
    const other = await makeOrg(harness);
    const strange = command(harness, other.org, other.cast.admin, "retention.setHold", setHold, {
      on: "candidate" as const,
      subjectId: candidateId,
      reason: "Not ours.",
    });
    expect(await refusal(strange)).toBe("NOT_FOUND");
    const listed = await query(harness, org, cast.admin, "retention.list", listRetention, {});
    expect(listed.holds.find((one) => one.id === holdId)).toMatchObject({
      on: "candidate",
      liftedReason: "Over.",
    });
    expect(listed.regions.map((one) => one.region)).toContain("US-CA");
  });
});

describe("law 7: a legal hold and who is held", () => {
  const lift = (actor: typeof cast.admin, holdId: string) =>
    command(harness, org, actor, "retention.liftHold", liftHold, { holdId, reason: "Over." });

  it("is neither set nor lifted by an admin who has to do with the person", async () => {
    for (const kind of ["self", "referral", "relation"] as const) {
      const { candidateId } = await ended(california, 1);
      await makeRelation(harness, org, candidateId, cast.admin, kind);
      expect(await refusal(hold("candidate", candidateId))).toBe("CONFLICT_OF_INTEREST");
      const other = { ...cast.manager, roles: ["admin" as const] };
      const { id } = await hold("candidate", candidateId, other);
      expect(await refusal(lift(cast.admin, id))).toBe("CONFLICT_OF_INTEREST");
      expect((await lift(other, id)).liftedAt).not.toBeNull();
    }
  });

  it("on a job is not lifted by an admin who applied there, not even once they are restricted", async () => {
    const held = await makeJob(harness, { org, cast });
    const { candidateId } = await ended(held, 200);
    await makeRelation(harness, org, candidateId, cast.admin, "self");
    const other = { ...cast.manager, roles: ["admin" as const] };
    const { id } = await hold("job", held.jobId, other);
    await settle(candidateId);
    expect(await restrictedIds([candidateId])).toHaveLength(1);
    expect(await refusal(lift(cast.admin, id))).toBe("CONFLICT_OF_INTEREST");
  });
});
