import { member, opening, organizationSettings, requisition } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { planLevels } from "../debrief/criteria.ts";
import { askMay } from "../may.ts";
import { toInstant } from "../wire.ts";
import { fitApprovers } from "./approvers.ts";
import { factsOf, loadOffers, type LoadedOffers, type OfferRow } from "./facts.ts";
import { headcountRule } from "./headcount.ts";
import { headcountFacts } from "./hold-opening.ts";
import {
  outsideOf,
  whyNotApprove,
  whyNotAskChange,
  whyNotAskToWithdraw,
  whyNotChange,
  whyNotDraft,
  whyNotFrom,
  whyNotRequest,
  whyNotSend,
  whyNotSendBack,
  whyNotWithdraw,
} from "./rules.ts";
import type { OfferListView, OfferPageView, OfferView } from "./schemas.ts";

type Openings = Awaited<ReturnType<typeof headcountFacts>>;

/** All versions of an application's offer, and what a new one would rest on. */
export async function offerListView(ctx: ReadCtx, applicationId: string): Promise<OfferListView> {
  const loaded = await loadOffers(ctx, applicationId);
  const { row, decision } = loaded;
  const ask = await askMay(ctx, row.candidateId);
  const openings = await headcountFacts(ctx, row.jobId);
  const names = await namesOf(ctx, loaded);
  const levelOf = await levelReader(ctx, loaded);
  return {
    ...(await headOf(ctx, loaded)),
    decision: decision && {
      level: levelOf(decision.levelKey ?? ""),
      at: toInstant(decision.decidedAt),
      by: names.get(decision.decidedBy) ?? "",
    },
    openings: { open: openings.open, reserved: openings.reserved, filled: openings.filled },
    approvers: await fitApprovers(ctx, row.candidateId),
    versions: await Promise.all(
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
  const mineToApprove = facts.actorId === version.approverId;
  const duties = mineToApprove ? new Set([...ctx.duties, "approver" as const]) : ctx.duties;
  const ask = await askMay({ ...ctx, duties }, loaded.row.candidateId);
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  const holdsOpening = facts.others.includes("change_asked");
  const headcount = holdsOpening
    ? null
    : ctx.policy.ask(headcountRule, openings, { regions: loaded.job.locations });
  const { withdrawalAskedBy, withdrawalApprovedBy } = version;
  return {
    id: version.id,
    applicationId: version.applicationId,
    number: version.number,
    state: version.state,
    stateReason: version.stateReason,
    level: levelOf(version.levelKey),
    amountMinor: version.amountMinor,
    currency: version.currency,
    startDate: version.startDate,
    expiresAt: toInstant(version.expiresAt),
    conditions: version.conditions,
    rangeReason: version.rangeReason,
    outside: outsideOf(version, loaded.range),
    author: person(version.authorId),
    approver: person(version.approverId),
    approvedAt: toInstant(version.approvedAt),
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
    may: {
      change: ask("offer.draft", whyNotChange(facts)),
      request: ask("offer.request", whyNotRequest(facts)),
      approve: ask("offer.approve", whyNotApprove(facts)),
      sendBack: ask("offer.sendBack", whyNotSendBack(facts)),
      send: ask("offer.send", whyNotSend(facts) ?? headcount),
      askChange: ask("offer.askChange", whyNotAskChange(facts)),
      askToWithdraw: ask("offer.askToWithdraw", whyNotAskToWithdraw(facts)),
      withdraw: ask("offer.withdraw", whyNotWithdraw(facts)),
      confirm: ask("offer.confirm", whyNotFrom(version.state, "confirm")),
      fellThrough: ask("offer.fellThrough", whyNotFrom(version.state, "fellThrough")),
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

async function headOf(ctx: ReadCtx, { row, job, candidate, range }: LoadedOffers) {
  const [settings] = await ctx.read
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id));
  return {
    application: { id: row.id, candidate, jobId: job.id, job: job.title, state: row.state },
    range: range && { ...range, at: toInstant(range.at) },
    timeZone: settings?.timeZone ?? "UTC",
  };
}

/** Names a hiring level by the plan that the application is pinned to. */
async function levelReader(
  ctx: ReadCtx,
  { row }: LoadedOffers,
): Promise<(levelKey: string) => string> {
  const levels = await planLevels(ctx.read, ctx.org.id, row.planId);
  const names = new Map(levels.map(({ key, name }) => [key, name]));
  return (levelKey) => names.get(levelKey) ?? levelKey;
}

async function namesOf(
  ctx: ReadCtx,
  { versions, decision }: LoadedOffers,
): Promise<Map<string, string>> {
  const ids = versions.flatMap((one) => [
    one.authorId,
    one.approverId,
    ...(one.withdrawalAskedBy === null ? [] : [one.withdrawalAskedBy]),
    ...(one.withdrawalApprovedBy === null ? [] : [one.withdrawalApprovedBy]),
  ]);
  const all = [...new Set([...ids, ...(decision === null ? [] : [decision.decidedBy])])];
  if (all.length === 0) return new Map();
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, all)))
    .orderBy(asc(member.name));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
