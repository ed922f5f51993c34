import { eq, and } from "drizzle-orm";
import { application, disclosure, offerCondition, opening } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import type { Member, Org } from "../src/context.ts";
import type { DecideInput } from "../src/debrief/schemas.ts";
import { closeDebrief } from "../src/debrief/close.ts";
import { decideStage } from "../src/debrief/decide.ts";
import { openDebrief } from "../src/debrief/open.ts";
import { acceptOffer } from "../src/offer/accept.ts";
import { approveOffer } from "../src/offer/approve.ts";
import { draftOffer } from "../src/offer/draft.ts";
import { requestOffer } from "../src/offer/request.ts";
import type { DraftOfferInput } from "../src/offer/schemas.ts";
import { sendOffer } from "../src/offer/send.ts";
import { settleOfferCondition } from "../src/offer/settle-condition.ts";
import type { ScorecardContent } from "../src/scorecard/schemas.ts";
import { submitScorecard } from "../src/scorecard/submit.ts";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  type MadeJob,
} from "./factories.ts";
import { command, type Harness } from "./harness.ts";

/** A world in which decisions are taken: an organization, its cast and one job. */
export type World = { harness: Harness; org: Org; cast: Cast; made: MadeJob };

type Rated = { by: Member; content?: ScorecardContent };

/** An application in the loop, with its two interviews rated by `rated` or by two of the cast. */
export async function makeRatedLoop(
  { harness, org, cast, made }: World,
  rated: readonly Rated[] = [{ by: cast.interviewer }, { by: cast.second }],
): Promise<{ applicationId: string; candidateId: string; scorecardIds: string[] }> {
  const ids = await makeApplication(harness, org, made, { stage: "loop" });
  const scorecardIds: string[] = [];
  for (const [n, { by, content }] of rated.entries()) {
    const planned = n % 2 === 0 ? "loopA" : "loopB";
    const seats = await makeInterview(harness, org, made, ids.applicationId, planned, [by]);
    const scorecardId = seats.scorecardIds[0] ?? "";
    scorecardIds.push(scorecardId);
    await command(harness, org, by, "scorecard.submit", submitScorecard, {
      scorecardId,
      content: content ?? fullContent(made),
    });
  }
  return { ...ids, scorecardIds };
}

/** Opens and closes the debrief of the loop. */
export async function holdDebrief(
  { harness, org, cast, made }: World,
  applicationId: string,
): Promise<void> {
  const at = { applicationId, stageId: made.stages.loop };
  await command(harness, org, cast.manager, "debrief.open", openDebrief, at);
  await command(harness, org, cast.manager, "debrief.close", closeDebrief, at);
}

/** A whole decision of a stage. */
export function decision(
  { made }: Pick<World, "made">,
  applicationId: string,
  stage: keyof MadeJob["stages"],
  changed: Partial<DecideInput> = {},
): DecideInput {
  return {
    applicationId,
    stageId: made.stages[stage],
    kind: "advance",
    levelKey: "senior",
    levelReason: "",
    criterionIds: made.criterionIds.slice(0, 1),
    requirement: "Three years with a relational database",
    reason: "Figures and trade-offs throughout.",
    ...changed,
  };
}

/** Decides as the hiring manager. */
export function decideAs({ harness, org }: World, actor: Member, input: DecideInput) {
  return command(harness, org, actor, "debrief.decide", decideStage, input);
}

/** An application with a decision to offer in force, and a range that was shown to the person. */
export async function makeOfferable(
  world: World,
  range: { min: number; max: number } | null = { min: 6_000_000, max: 8_000_000 },
): Promise<{ applicationId: string; candidateId: string }> {
  const { harness, org, cast } = world;
  const { applicationId, candidateId } = await makeRatedLoop(world);
  await holdDebrief(world, applicationId);
  await decideAs(world, cast.manager, decision(world, applicationId, "loop", { kind: "offer" }));
  if (range !== null) {
    await harness.within(org.id, (tx) =>
      tx.insert(disclosure).values({
        orgId: org.id,
        id: newId(),
        applicationId,
        how: "post",
        payMinMinor: range.min,
        payMaxMinor: range.max,
        payCurrency: "EUR",
        at: new Date(),
      }),
    );
  }
  return { applicationId, candidateId };
}

/** A package of base pay and nothing beside it. */
const BASE_ALONE = {
  workPlace: null,
  variableMinor: 0,
  variablePercent: null,
  equity: "",
  equityMinor: null,
  signingMinor: 0,
  benefits: [],
  conditionList: [],
};

/** Settles every condition of an offer. */
export async function settleAll(
  { harness, org, cast }: World,
  offerId: string,
  as: "met" | "waived" = "met",
): Promise<void> {
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select({ id: offerCondition.id })
      .from(offerCondition)
      .where(and(eq(offerCondition.orgId, org.id), eq(offerCondition.offerId, offerId))),
  );
  for (const { id } of rows) {
    await command(harness, org, cast.recruiter, "offer.settleCondition", settleOfferCondition, {
      offerId,
      conditionId: id,
      as,
      askedOn: null,
      reason: "The council consented.",
    });
  }
}

/** The terms of an offer inside the range. */
export function terms(
  { cast }: Pick<World, "cast">,
  applicationId: string,
  changed: Partial<DraftOfferInput> = {},
): DraftOfferInput {
  return {
    applicationId,
    offerId: null,
    amountMinor: 7_000_000,
    currency: "EUR",
    startDate: "2030-01-07",
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    conditions: "Consent of the works council.",
    rangeReason: "",
    approverId: cast.approver.memberId,
    ...BASE_ALONE,
    ...changed,
  };
}

/** Takes an offer as far as `to`; returns its id. */
export async function makeOffer(
  world: World,
  applicationId: string,
  to: "draft" | "pending" | "approved" | "sent",
  changed: Partial<DraftOfferInput> = {},
): Promise<string> {
  const { harness, org, cast } = world;
  const list = await command(
    harness,
    org,
    cast.recruiter,
    "offer.draft",
    draftOffer,
    terms(world, applicationId, changed),
  );
  const offerId = list.versions[0]?.id ?? "";
  if (to === "draft") return offerId;
  await command(harness, org, cast.recruiter, "offer.request", requestOffer, { offerId });
  if (to === "pending") return offerId;
  await command(harness, org, cast.approver, "offer.approve", approveOffer, { offerId });
  if (to === "approved") return offerId;
  await command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId });
  return offerId;
}

/** Accepts an offer as the candidate. */
export function acceptAs({ harness, org }: World, candidateId: string, offerId: string) {
  return command(harness, org, { kind: "candidate", candidateId }, "offer.accept", acceptOffer, {
    offerId,
  });
}

/** The states of a job's openings, by number. */
export async function openingStates({ harness, org, made }: World): Promise<string[]> {
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select({ state: opening.state })
      .from(opening)
      .where(and(eq(opening.orgId, org.id), eq(opening.jobId, made.jobId)))
      .orderBy(opening.number),
  );
  return rows.map((row) => row.state);
}

/** The state and stage of an application. */
export async function applicationNow({ harness, org }: World, applicationId: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select({
        state: application.state,
        stageId: application.stageId,
        endedAt: application.endedAt,
      })
      .from(application)
      .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
  );
  return row;
}
