import { deadline, offerCondition } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { deadlinesOf } from "../../test/deadlines.ts";
import { acceptAs, makeOffer, makeOfferable, terms, type World } from "../../test/deciding.ts";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { completeDeadline } from "../deadline/complete.ts";
import { recordDeadline } from "../deadline/record.ts";
import { draftOffer } from "./draft.ts";
import { passCouncilWeeks } from "./pass-council-weeks.ts";
import { declineOffer } from "./decline.ts";
import { settleOfferCondition } from "./settle-condition.ts";

const harness = useHarness();
const DAY = 86_400_000;
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 20 }) };
});

const due = () => deadlinesOf(world);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

async function made(state: "draft" | "sent" = "sent") {
  const ids = await makeOfferable(world);
  const offerId = await makeOffer(world, ids.applicationId, state);
  const [council] = await harness.within(world.org.id, (tx) =>
    tx.select().from(offerCondition).where(eq(offerCondition.offerId, offerId)),
  );
  return { ...ids, offerId, conditionId: council?.id ?? "" };
}

type Made = Awaited<ReturnType<typeof made>>;
const settle = ({ offerId, conditionId }: Made, as: "asked" | "met" | "waived" | "failed") =>
  command(harness, world.org, world.cast.recruiter, "offer.settleCondition", settleOfferCondition, {
    offerId,
    conditionId,
    as,
    askedOn: null,
    reason: "So it is.",
  });
const pass = () =>
  command(
    harness,
    world.org,
    { kind: "system", job: "offer.passCouncilWeeks" },
    "offer.passCouncilWeeks",
    async (ctx) => {
      const count = await passCouncilWeeks(ctx);
      if (count === 0) {
        ctx.audit({ subject: { kind: "organization", id: world.org.id }, after: { passed: 0 } });
      }
      return { count };
    },
    {},
  );
const stateOf = async ({ conditionId }: Made) => {
  const [row] = await harness.within(world.org.id, (tx) =>
    tx.select().from(offerCondition).where(eq(offerCondition.id, conditionId)),
  );
  return row;
};
const rowsOf = ({ applicationId }: Made) =>
  harness.within(world.org.id, (tx) =>
    tx
      .select()
      .from(deadline)
      .where(and(eq(deadline.applicationId, applicationId), eq(deadline.kind, "works_council"))),
  );
/** Runs something so many days from now. */
async function later<T>(days: number, run: () => Promise<T>): Promise<T> {
  harness.setClock(new Date(Date.now() + days * DAY));
  try {
    return await run();
  } finally {
    harness.setClock(null);
  }
}

describe("law 11: a works council that is asked", () => {
  it("has its week, with an owner, a stand-in and the law that sets it", async () => {
    const at = await made();
    expect(await rowsOf(at)).toEqual([]);
    await settle(at, "asked");
    const row = await due().one(at.applicationId, "works_council");
    expect(row).toMatchObject({ state: "open", ownerId: world.cast.recruiter.memberId });
    expect(row.standInId).not.toBeNull();
    expect(row.setBy.map((one) => [one.by, one.rule])).toEqual([["law", "de-works-council-week"]]);
    expect(dayOf(row.dueAt)).toBe(dayOf(new Date(Date.now() + 7 * DAY)));
    expect(await stateOf(at)).toMatchObject({ dueOn: dayOf(row.dueAt), state: "open" });
    const { lines } = await due().list(world.cast.recruiter, { kind: "works_council" });
    const line = lines.find((one) => one.applicationId === at.applicationId);
    expect(line).toMatchObject({ onOffer: true, may: { complete: false } });
  });

  it.each(["met", "failed"] as const)("has answered: %s", async (as) => {
    const at = await made();
    await settle(at, "asked");
    await settle(at, as);
    expect((await rowsOf(at)).map((row) => row.state)).toEqual(["done"]);
  });

  it("is waited for no more where its consent is waived, or the offer is declined", async () => {
    const [waived, declined] = [await made(), await made()];
    await settle(waived, "asked");
    await settle(waived, "waived");
    expect((await rowsOf(waived)).map((row) => row.state)).toEqual(["void"]);
    await settle(declined, "asked");
    const { offerId, candidateId } = declined;
    const candidate = { kind: "candidate" as const, candidateId };
    await command(harness, world.org, candidate, "offer.decline", declineOffer, {
      offerId,
      words: "",
    });
    expect((await rowsOf(declined)).map((row) => row.state)).toEqual(["void"]);
  });

  it("is asked by the draft that says so, and its day stays when the draft is saved again", async () => {
    const at = await made("draft");
    const askedOn = dayOf(new Date(Date.now() - 2 * DAY));
    const given = { kind: "works_council" as const, words: "Consent.", dueOn: null };
    const save = (conditionList: (typeof given & { askedOn: string | null })[]) =>
      command(harness, world.org, world.cast.recruiter, "offer.draft", draftOffer, {
        ...terms(world, at.applicationId),
        offerId: at.offerId,
        conditionList,
      });
    await save([{ ...given, askedOn }]);
    await save([]);
    const rows = await rowsOf(at);
    expect(rows.map((row) => [row.state, row.origin])).toEqual([["open", askedOn]]);
    expect(dayOf(rows[0]?.dueAt ?? new Date(0))).toBe(dayOf(new Date(Date.now() + 5 * DAY)));
  });

  it("is written down and met at one place only", async () => {
    const at = await made();
    const record = () =>
      command(harness, world.org, world.cast.recruiter, "deadline.record", recordDeadline, {
        jobId: world.made.jobId,
        applicationId: at.applicationId,
        kind: "works_council",
        title: "",
        since: dayOf(new Date(Date.now() - DAY)),
        due: null,
      });
    expect(await refusal(record())).toBe("DEADLINE_NEEDS");
    await settle(at, "asked");
    const { id: deadlineId } = await due().one(at.applicationId, "works_council");
    const tick = command(
      harness,
      world.org,
      world.cast.recruiter,
      "deadline.complete",
      completeDeadline,
      { deadlineId, note: "They said yes." },
    );
    expect(await refusal(tick)).toBe("DEADLINE_OF_COMMAND");
  });
});

describe("law 11: a works council that is silent", () => {
  it("consents when its week is over, in time, and not a day before", async () => {
    const at = await made();
    await settle(at, "asked");
    await acceptAs(world, at.candidateId, at.offerId);
    await later(6, pass);
    expect(await stateOf(at)).toMatchObject({ state: "open" });
    await later(9, pass);
    const met = await stateOf(at);
    expect(met).toMatchObject({ state: "met", settledBy: null });
    expect(met?.reason).toMatch(/silence/);
    const [row] = await rowsOf(at);
    expect(row).toMatchObject({ state: "done", doneBy: null, note: met?.reason });
    expect(row?.doneAt).toEqual(row?.dueAt);
    const trail = await auditTrail(harness, world.org.id);
    expect(trail.at(-1)?.action).toBe("offer.passCouncilWeeks");
  });

  it("or objects: of many at once one is right, and the deadline says the same", async () => {
    const at = await made();
    await settle(at, "asked");
    const outcomes = await later(9, () =>
      Promise.allSettled([
        settle(at, "failed"),
        pass(),
        settle(at, "met"),
        pass(),
        settle(at, "failed"),
        pass(),
      ]),
    );
    const answers = [outcomes[0], outcomes[2], outcomes[4]];
    const now = await stateOf(at);
    const said = answers.filter((one) => one?.status === "fulfilled").length;
    expect(said).toBe(now?.settledBy === null ? 0 : 1);
    const [row] = await rowsOf(at);
    expect(row?.state).toBe(now?.settledBy === null ? "done" : "late");
  });
});
