import { together } from "@rubric/db";
import { opening, requisition } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { deny } from "../errors.ts";
import { askMay } from "../may.ts";
import { toInstant } from "../wire.ts";
import { fitApprovers } from "./approvers.ts";
import { flowInForce } from "../approval/access.ts";
import { approversOf, awaited } from "./approval-rules.ts";
import { bandRule } from "./band-rule.ts";
import { whyNotAnswerException, whyNotAskException } from "./exception-rules.ts";
import { factsOf, loadOffers, type LoadedOffers, type OfferRow } from "./facts.ts";
import { headcountRule } from "./headcount.ts";
import { headcountFacts } from "./hold-opening.ts";
import { conditionViews, exceptionView, groupViews, medianOf, packageView } from "./pay-view.ts";
import {
  whyNotApprove,
  whyNotAskChange,
  whyNotAskToWithdraw,
  whyNotChange,
  whyNotConfirm,
  whyNotDraft,
  whyNotFrom,
  whyNotRequest,
  whyNotSend,
  whyNotSendBack,
  whyNotWithdraw,
} from "./rules.ts";
import type { OfferListView, OfferPageView, OfferView } from "./schemas.ts";
import { flowNames, headOf, levelReader, namesOf } from "./view-parts.ts";
import { bandFacts, bandOf, fitsPackage, payView, placesOf } from "./weigh.ts";

type Openings = Awaited<ReturnType<typeof headcountFacts>>;

/** All versions of an application's offer, and what a new one would rest on. */
export async function offerListView(ctx: ReadCtx, applicationId: string): Promise<OfferListView> {
  const loaded = await loadOffers(ctx, applicationId);
  const { row, decision } = loaded;
  const ask = await askMay(ctx, row.candidateId);
  const openings = await headcountFacts(ctx, row.jobId);
  const names = await namesOf(ctx, loaded);
  const levelOf = await levelReader(ctx, loaded);
  const levelKey = decision?.levelKey ?? loaded.job.levelKey;
  const currency =
    bandOf(loaded, { levelKey, workPlace: null }, ctx.clock)?.currency ??
    loaded.ranges[0]?.currency ??
    loaded.versions[0]?.currency ??
    "EUR";
  const nothing = {
    amountMinor: 0,
    variableMinor: 0,
    equityMinor: null,
    signingMinor: 0,
    benefits: [],
    currency,
    rangeReason: "",
    levelKey,
    workPlace: null,
  };
  const { locations } = loaded.job;
  const flow = await flowInForce(ctx, row.jobId);
  return {
    ...(await headOf(ctx, loaded)),
    decision: decision && {
      level: levelOf(decision.levelKey ?? ""),
      at: toInstant(decision.decidedAt),
      by: names.get(decision.decidedBy) ?? "",
    },
    openings: { open: openings.open, reserved: openings.reserved, filled: openings.filled },
    approvers: await fitApprovers(ctx, row.candidateId),
    flow: await flowNames(ctx, flow?.groups ?? []),
    pay: payView(ctx, loaded, nothing, null),
    places: (locations.length > 1 ? locations : []).map((place) => ({
      place,
      pay: payView(ctx, loaded, { ...nothing, workPlace: place }, null),
    })),
    median: await medianOf(ctx, loaded, levelKey, currency),
    versions: await together(
      loaded.versions.map((version) => versionView(ctx, loaded, version, openings, names, levelOf)),
    ),
    may: {
      draft: ask(
        "offer.draft",
        whyNotDraft({ application: row.state, decided: decision !== null }),
      ),
    },
  };
}

/** One version with the range that it is weighed against. */
export async function offerPageView(ctx: ReadCtx, offerId: string): Promise<OfferPageView> {
  const loaded = await loadOffers(ctx, ctx.subject.applicationId ?? "");
  const version = loaded.versions.find((one) => one.id === offerId);
  if (version === undefined) throw new Error(`The offer ${offerId} was authorized, but is gone.`);
  const openings = await headcountFacts(ctx, loaded.row.jobId);
  return {
    ...(await headOf(ctx, loaded)),
    offer: await versionView(
      ctx,
      loaded,
      version,
      openings,
      await namesOf(ctx, loaded),
      await levelReader(ctx, loaded),
    ),
  };
}

async function versionView(
  ctx: ReadCtx,
  loaded: LoadedOffers,
  version: OfferRow,
  openings: Openings,
  names: ReadonlyMap<string, string>,
  levelOf: (levelKey: string) => string,
): Promise<OfferView> {
  const facts = factsOf(ctx, loaded, version);
  const approves = approversOf(facts.groups, version.approverId).some((id) => id === facts.actorId);
  const mineToApprove =
    approves &&
    (version.state !== "pending" ||
      awaited(facts.groups, version.approverId).some((id) => id === facts.actorId));
  const duties = approves ? new Set([...ctx.duties, "approver" as const]) : ctx.duties;
  const ask = await askMay({ ...ctx, duties }, loaded.row.candidateId);
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  const holdsOpening = facts.others.includes("change_asked");
  const headcount = holdsOpening
    ? null
    : ctx.policy.ask(headcountRule, openings, { regions: loaded.job.locations });
  const { withdrawalAskedBy, withdrawalApprovedBy } = version;
  const pay = payView(ctx, loaded, version, version);
  const exceptions = loaded.exceptions.get(version.id) ?? [];
  const [exception] = exceptions;
  const outside = (step: "request" | "send") =>
    ctx.policy.ask(
      bandRule,
      bandFacts(loaded, version, { step, clock: ctx.clock, version }),
      placesOf(loaded, version),
    );
  return {
    id: version.id,
    applicationId: version.applicationId,
    number: version.number,
    state: version.state,
    stateReason: version.stateReason,
    level: levelOf(version.levelKey),
    workPlace: version.workPlace,
    amountMinor: version.amountMinor,
    currency: version.currency,
    startDate: version.startDate,
    expiresAt: toInstant(version.expiresAt),
    conditions: version.conditions,
    rangeReason: version.rangeReason,
    outside: pay.outsideRange,
    author: person(version.authorId),
    approver: person(version.approverId),
    approvedAt: toInstant(version.approvedAt),
    round: version.approvalRound,
    sentAt: toInstant(version.sentAt),
    answeredAt: toInstant(version.answeredAt),
    answer: version.answer,
    withdrawal:
      withdrawalAskedBy === null
        ? null
        : {
            askedBy: names.get(withdrawalAskedBy) ?? "",
            reason: version.withdrawalReason ?? "",
            approvedBy:
              withdrawalApprovedBy === null ? null : (names.get(withdrawalApprovedBy) ?? ""),
          },
    createdAt: toInstant(version.createdAt),
    beyond: await beyondOf(ctx, version.id),
    package: packageView(version),
    pay,
    exceptions: exceptions.map((one) => exceptionView(one, version, names)),
    groups: groupViews(loaded, version, names),
    conditionList: conditionViews(loaded, version, names),
    may: {
      change: ask("offer.draft", whyNotChange(facts)),
      request: ask("offer.request", whyNotRequest(facts) ?? outside("request")),
      approve: ask("offer.approve", whyNotApprove(facts)),
      sendBack: ask("offer.sendBack", whyNotSendBack(facts)),
      send: ask("offer.send", whyNotSend(facts) ?? outside("send") ?? headcount),
      askChange: ask("offer.askChange", whyNotAskChange(facts)),
      askToWithdraw: ask("offer.askToWithdraw", whyNotAskToWithdraw(facts)),
      withdraw: ask("offer.withdraw", whyNotWithdraw(facts)),
      confirm: ask("offer.confirm", whyNotConfirm(facts)),
      fellThrough: ask("offer.fellThrough", whyNotFrom(version.state, "fellThrough")),
      askException: ask(
        "offer.askException",
        whyNotAskException(version.state, exceptions, pay.needsException),
      ),
      answerException: ask(
        "offer.answerException",
        exception === undefined
          ? deny("EXCEPTION_NEEDLESS", {})
          : whyNotAnswerException(
              { ...exception, fits: fitsPackage(exception, version) },
              facts.actorId,
              true,
            ),
      ),
      replaceApprover: ask("offer.replaceApprover", whyNotFrom(version.state, "approve")),
      settleCondition: ask(
        "offer.settleCondition",
        isOut(version.state) ? null : whyNotFrom(version.state, "confirm"),
      ),
    },
    mineToApprove,
  };
}

/** The requisition that a version beyond headcount rests on, until that is approved (law 9). */
async function beyondOf(ctx: ReadCtx, offerId: string): Promise<OfferView["beyond"]> {
  const [row] = await ctx.read
    .select({
      requisitionId: requisition.id,
      number: requisition.number,
      seats: requisition.seats,
      raisedFor: requisition.offerId,
    })
    .from(opening)
    .innerJoin(
      requisition,
      and(eq(requisition.orgId, opening.orgId), eq(requisition.id, opening.requisitionId)),
    )
    .where(
      and(
        eq(opening.orgId, ctx.org.id),
        eq(opening.offerId, offerId),
        inArray(requisition.state, ["draft", "pending"]),
      ),
    );
  if (row === undefined) return null;
  const { requisitionId, number, seats, raisedFor } = row;
  const { raise_requisition: raised, use_requisition: used } = headcountRule.effects;
  const say = raisedFor === offerId ? raised : used;
  return { requisitionId, number, sentence: say?.({ seats }) ?? "" };
}

function isOut(state: OfferRow["state"]): boolean {
  return ["sent", "change_asked", "accepted", "confirmed"].includes(state);
}
