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
import { draftOffer } from "./draft.ts";
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
