import { decision as decisionTable, disclosure, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  acceptAs,
  applicationNow,
  decideAs,
  decision,
  makeOffer,
  makeOfferable,
  makeRatedLoop,
  holdDebrief,
  openingStates,
  settleAll,
  terms,
  type World,
} from "../../test/deciding.ts";
import { makeInterview, makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { showApplication } from "../application/show.ts";
import type { Member } from "../context.ts";
import { reverseDecision } from "../debrief/reverse.ts";
import { showHome } from "../home/show.ts";
import { approveOffer } from "./approve.ts";
import { askOfferChange } from "./ask-change.ts";
import { confirmOffer } from "./confirm.ts";
import { declineOffer } from "./decline.ts";
import { draftOffer } from "./draft.ts";
import { noteFellThrough } from "./fell-through.ts";
import { listOffers } from "./list.ts";
import { requestOffer } from "./request.ts";
import type { DraftOfferInput } from "./schemas.ts";
import { sendBackOffer } from "./send-back.ts";
import { sendOffer } from "./send.ts";
import { showOffer } from "./show.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 40 }) };
});

const draft = (actor: Member, input: DraftOfferInput) =>
  command(harness, world.org, actor, "offer.draft", draftOffer, input);
const list = (actor: Member, applicationId: string) =>
  query(harness, world.org, actor, "offer.list", listOffers, { applicationId });
const show = (actor: Member, offerId: string) =>
  query(harness, world.org, actor, "offer.show", showOffer, { offerId });
const candidate = (candidateId: string) => ({ kind: "candidate" as const, candidateId });

async function actions(offerId: string) {
  const trail = await auditTrail(harness, world.org.id);
  return trail.filter((one) => one.subjectId === offerId).map((one) => one.action);
}

async function letters(offerId: string) {
  const rows = await harness.within(world.org.id, (tx) =>
    tx
      .select({ template: mail.template, recipient: mail.recipient })
      .from(mail)
      .where(and(eq(mail.orgId, world.org.id), eq(mail.subjectId, offerId))),
  );
  return rows.map((row) => `${row.template} → ${row.recipient}`);
}

describe("an offer from draft to start", () => {
  it("goes its way with one audit entry and the right letters at each step", async () => {
    const { cast, org } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await acceptAs(world, candidateId, offerId);
    const confirm = () =>
      command(harness, org, cast.recruiter, "offer.confirm", confirmOffer, { offerId });
    expect(await refusal(confirm())).toBe("CONDITION_OPEN");
    await settleAll(world, offerId);
    await confirm();
    expect(await actions(offerId)).toEqual([
      "offer.draft",
      "offer.request",
      "offer.approve",
      "offer.send",
      "offer.accept",
      "offer.settleCondition",
      "offer.confirm",
    ]);
    expect((await letters(offerId)).toSorted()).toEqual([
      "offer.answered → member",
      "offer.answered → member",
      "offer.approvalAsked → member",
      "offer.approved → member",
      "offer.sent → candidate",
    ]);
    expect((await applicationNow(world, applicationId))?.state).toBe("hired");
    const shown = await harness.within(org.id, (tx) =>
      tx.select().from(disclosure).where(eq(disclosure.applicationId, applicationId)),
    );
    expect(shown.map((one) => [one.how, one.payMinMinor])).toContainEqual(["offer", 7_000_000]);
  });

  it("law 1: is sealed to who owes a scorecard on the candidate, by page, call and e-mail", async () => {
    const { cast, org, made } = world;
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "pending");
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager, cast.approver]);

    expect(await refusal(list(cast.manager, applicationId))).toBe("SEALED_OWES");
    expect(await refusal(show(cast.approver, offerId))).toBe("SEALED_OWES");
    const approve = command(harness, org, cast.approver, "offer.approve", approveOffer, {
      offerId,
    });
    expect(await refusal(approve)).toBe("SEALED_OWES");
    for (const one of [cast.manager, cast.approver]) {
      const home = await query(harness, org, one, "home.show", showHome, {});
      expect(
        home.waiting.filter((item) => item.kind === "approval" || item.kind === "offer"),
      ).toEqual([]);
    }
    const told = { applicationId };
    const page = await query(harness, org, cast.manager, "application.show", showApplication, told);
    expect(page.next.text).toBe("An offer is being prepared");
    expect(page.may.writeOffer?.refused?.sentence).toBe(
      "Sealed: you still owe a scorecard on this candidate.",
    );
    const open = await list(cast.recruiter, applicationId);
    expect(open.versions[0]).toMatchObject({ level: "Senior", state: "pending" });
    expect(open.approvers.map((one) => one.id)).not.toContain(cast.approver.memberId);
  });

  it("law 1: the candidate's answer is not told to who owes a scorecard on them", async () => {
    const { cast, org, made } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager]);
    await acceptAs(world, candidateId, offerId);
    const answered = (await letters(offerId)).filter((one) => one.startsWith("offer.answered"));
    expect(answered).toEqual(["offer.answered → member"]);
  });

  it("is drafted on a decision to offer alone, at the level decided", async () => {
    const { cast } = world;
    const { applicationId } = await makeRatedLoop(world);
    expect(await refusal(draft(cast.recruiter, terms(world, applicationId)))).toBe(
      "OFFER_UNDECIDED",
    );
    await holdDebrief(world, applicationId);
    await decideAs(
      world,
      cast.manager,
      decision(world, applicationId, "loop", {
        kind: "offer",
        levelKey: "engineer",
        levelReason: "One level below, with the person's consent.",
      }),
    );
    const view = await draft(cast.recruiter, terms(world, applicationId));
    expect(view.versions[0]).toMatchObject({ number: 1, state: "draft", level: "Engineer" });
    expect(view.decision?.level).toBe("Engineer");
  });

  it("is changed in place by its author while it is a draft", async () => {
    const { cast } = world;
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "draft");
    const changed = terms(world, applicationId, { offerId, amountMinor: 7_500_000 });
    expect(await refusal(draft(cast.manager, changed))).toBe("OFFER_NOT_YOURS");
    const view = await draft(cast.recruiter, changed);
    expect(view.versions).toMatchObject([{ id: offerId, number: 1, amountMinor: 7_500_000 }]);
    const gone = terms(world, applicationId, { offerId: applicationId });
    expect(await refusal(draft(cast.recruiter, gone))).toBe("NOT_FOUND");
  });

  it("comes back from its approver with a reason, and goes up again", async () => {
    const { cast, org } = world;
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "pending");
    const back = (actor: Member) =>
      command(harness, org, actor, "offer.sendBack", sendBackOffer, {
        offerId,
        reason: "Please add the notice period.",
      });
    expect(await refusal(back(cast.manager))).toBe("OFFER_NOT_YOURS");
    expect(await refusal(back(cast.engineer))).toBe("FORBIDDEN");
    expect((await back(cast.approver)).offer).toMatchObject({
      state: "draft",
      stateReason: "Please add the notice period.",
    });
    expect(await letters(offerId)).toContain("offer.sentBack → member");
    await command(harness, org, cast.recruiter, "offer.request", requestOffer, { offerId });
  });

  it("is read by the job's leads and its approver, and hidden from everyone else", async () => {
    const { cast } = world;
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "pending");
    for (const actor of [cast.recruiter, cast.manager, cast.approver]) {
      expect((await show(actor, offerId)).offer.id).toBe(offerId);
    }
    for (const actor of [cast.interviewer, cast.otherRecruiter, cast.admin, cast.engineer]) {
      expect(await refusal(show(actor, offerId))).toBe("FORBIDDEN");
      expect(await refusal(list(actor, applicationId))).toBe("FORBIDDEN");
    }
    expect(await refusal(list(cast.approver, applicationId))).toBe("FORBIDDEN");
    const other = await makeOrg(harness);
    const call = query(harness, other.org, other.cast.recruiter, "offer.show", showOffer, {
      offerId,
    });
    expect(await refusal(call)).toBe("NOT_FOUND");
  });

  it("law 5: is sent no more once the decision to offer was reversed", async () => {
    const { cast, org } = world;
    const { applicationId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "approved");
    const [row] = await harness.within(org.id, (tx) =>
      tx.select().from(decisionTable).where(eq(decisionTable.applicationId, applicationId)),
    );
    const { stageId, ...grounds } = decision(world, applicationId, "loop");
    await command(harness, org, cast.manager, "debrief.reverse", reverseDecision, {
      ...grounds,
      decisionId: row?.id ?? "",
      reversalReason: "The budget was cut.",
    });
    const send = command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId });
    expect(await refusal(send)).toBe("OFFER_UNDECIDED");
  });
});

describe("law 8: pay", () => {
  it("asks a reason outside the range that was last shown, and shows it to the approver", async () => {
    const { cast } = world;
    const { applicationId } = await makeOfferable(world);
    const outside = terms(world, applicationId, { amountMinor: 9_000_000 });
    expect(await refusal(draft(cast.recruiter, outside))).toBe("RANGE_REASON_MISSING");
    const offerId = await makeOffer(world, applicationId, "pending", {
      amountMinor: 9_000_000,
      rangeReason: "Ran this system before.",
    });
    const { offer, range } = await show(cast.approver, offerId);
    expect(offer).toMatchObject({ outside: "above", rangeReason: "Ran this system before." });
    expect(range).toMatchObject({ minMinor: 6_000_000, maxMinor: 8_000_000, how: "post" });
  });

  it("compares with what was shown before an offer, not with the offer before", async () => {
    const { cast, org } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await command(harness, org, candidate(candidateId), "offer.askChange", askOfferChange, {
      offerId,
      words: "Could it be 7.8?",
    });
    const view = await draft(
      cast.recruiter,
      terms(world, applicationId, { amountMinor: 7_800_000 }),
    );
    expect(view.versions[0]?.outside).toBeNull();
  });
});

describe("law 15: nobody approves their own", () => {
  it("refuses the author as approver, an unfit one, and an approval by anyone else", async () => {
    const { cast, org } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const by = (approver: Member) =>
      draft(cast.recruiter, terms(world, applicationId, { approverId: approver.memberId }));
    expect(await refusal(by(cast.recruiter))).toBe("OFFER_OWN_APPROVAL");
    expect(await refusal(by(cast.auditor))).toBe("APPROVER_UNFIT");
    await makeRelation(harness, org, candidateId, cast.engineer, "referral");
    expect(await refusal(by(cast.engineer))).toBe("APPROVER_UNFIT");
    const { approvers } = await list(cast.recruiter, applicationId);
    const offered = approvers.map((one) => one.id);
    for (const unfit of [cast.recruiter, cast.auditor, cast.engineer]) {
      expect(offered).not.toContain(unfit.memberId);
    }
    const offerId = await makeOffer(world, applicationId, "pending");
    for (const actor of [cast.recruiter, cast.manager, cast.admin]) {
      const call = command(harness, org, actor, "offer.approve", approveOffer, { offerId });
      expect(await refusal(call)).toBe("FORBIDDEN");
    }
  });

  it("law 7: refuses an approver who declared a relation meanwhile", async () => {
    const { cast, org } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "pending");
    await makeRelation(harness, org, candidateId, cast.approver, "relation");
    const call = command(harness, org, cast.approver, "offer.approve", approveOffer, { offerId });
    expect(await refusal(call)).toBe("CONFLICT_OF_INTEREST");
  });
});

describe("a candidate's answer", () => {
  it("declines, and the opening is free again", async () => {
    const { org, cast } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const before = (await openingStates(world)).filter((state) => state === "open").length;
    const offerId = await makeOffer(world, applicationId, "sent");
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(
      before - 1,
    );
    const decline = (actor: Member | { kind: "candidate"; candidateId: string }) =>
      command(harness, org, actor, "offer.decline", declineOffer, { offerId, words: "Too far." });
    expect(await refusal(decline(cast.recruiter))).toBe("FORBIDDEN");
    expect(await refusal(decline(candidate(cast.engineer.memberId)))).toBe("NOT_FOUND");
    const view = await decline(candidate(candidateId));
    expect(view).toMatchObject({ state: "declined", answer: "Too far." });
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(before);
    expect((await applicationNow(world, applicationId))?.state).toBe("active");
    expect(await refusal(acceptAs(world, candidateId, offerId))).toBe("OFFER_STATE");
  });

  it("asks for a change; the next version takes the opening over and supersedes it", async () => {
    const { org, cast } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const first = await makeOffer(world, applicationId, "sent");
    const next = await makeOffer(world, applicationId, "approved", { amountMinor: 7_600_000 });
    const send = () =>
      command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId: next });
    expect(await refusal(send())).toBe("OFFER_UNANSWERED");
    const asked = await command(harness, org, cast.recruiter, "offer.askChange", askOfferChange, {
      offerId: first,
      words: "On the phone: 76 would do.",
    });
    expect(asked).not.toHaveProperty("rangeReason");
    const before = await openingStates(world);
    await send();
    expect(await openingStates(world)).toEqual(before);
    const { versions } = await list(cast.recruiter, applicationId);
    expect(versions.map((one) => one.state)).toEqual(["sent", "superseded"]);
    expect(await refusal(acceptAs(world, candidateId, first))).toBe("OFFER_STATE");
    expect((await acceptAs(world, candidateId, next)).state).toBe("accepted");
  });

  it("is too late after the expiry, whether or not it was noted", async () => {
    const { applicationId, candidateId } = await makeOfferable(world);
    const expiresAt = new Date(Date.now() + 60_000);
    const offerId = await makeOffer(world, applicationId, "sent", {
      expiresAt: expiresAt.toISOString(),
    });
    harness.setClock(expiresAt);
    try {
      expect(await refusal(acceptAs(world, candidateId, offerId))).toBe("OFFER_EXPIRED");
    } finally {
      harness.setClock(null);
    }
  });
});

describe("law 7: who declared a relation", () => {
  it("neither confirms an offer nor notes that it fell through", async () => {
    const { org, cast } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await acceptAs(world, candidateId, offerId);
    await makeRelation(harness, org, candidateId, cast.recruiter, "relation");
    const confirm = command(harness, org, cast.recruiter, "offer.confirm", confirmOffer, {
      offerId,
    });
    expect(await refusal(confirm)).toBe("CONFLICT_OF_INTEREST");
    const fell = (by: Member) =>
      command(harness, org, by, "offer.fellThrough", noteFellThrough, {
        offerId,
        as: "withdrawn" as const,
        reason: "Did not start.",
      });
    expect(await refusal(fell(cast.recruiter))).toBe("CONFLICT_OF_INTEREST");
    await fell(cast.substitute);
  });
});

describe("offer.fellThrough", () => {
  it("opens the opening again and ends the hired application", async () => {
    const { cast, org } = world;
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    await acceptAs(world, candidateId, offerId);
    const before = (await openingStates(world)).filter((state) => state === "open").length;
    const view = await command(harness, org, cast.recruiter, "offer.fellThrough", noteFellThrough, {
      offerId,
      as: "withdrawn" as const,
      reason: "Did not start.",
    });
    expect(view.offer.state).toBe("fell_through");
    expect((await openingStates(world)).filter((state) => state === "open")).toHaveLength(
      before + 1,
    );
    expect((await applicationNow(world, applicationId))?.state).toBe("withdrawn");
  });
});
