import { among, type Given, prepared } from "@rubric/db";
import {
  debrief,
  decision,
  hiringTeam,
  interview,
  member,
  offer,
  planInterview,
  relation,
  stage,
} from "@rubric/db/schema";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { SessionState } from "../debrief/rules.ts";
import { type Denial } from "../errors.ts";
import { isHeldDuty } from "../held-duty.ts";
import { whyNotImpartial } from "../may.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor">;
type Several = Given<{ orgId: string; ids: readonly string[] }>;

const stagesIn = prepared((db, of: Several) =>
  db
    .select()
    .from(stage)
    .where(and(eq(stage.orgId, of.orgId), among(stage.planId, of.ids)))
    .orderBy(asc(stage.position)),
);

/** The stages of the plans, in order, by plan. */
export async function plansOf({ read, org }: Ctx, ids: readonly string[]) {
  return Map.groupBy(await stagesIn(read, { orgId: org.id, ids }), (one) => one.planId);
}

const interviewsIn = prepared((db, of: Several) =>
  db
    .select({
      id: interview.id,
      applicationId: interview.applicationId,
      stageId: interview.stageId,
      name: planInterview.name,
      minutes: planInterview.minutes,
      state: interview.state,
      startsAt: interview.startsAt,
      endsAt: interview.endsAt,
      place: interview.place,
      proposedTimes: interview.proposedTimes,
      proposal: interview.proposal,
    })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(
      and(
        eq(interview.orgId, of.orgId),
        among(interview.applicationId, of.ids),
        ne(interview.state, "cancelled"),
      ),
    )
    .orderBy(asc(planInterview.position), asc(interview.createdAt)),
);

/** The interviews of the applications, cancelled ones left out, in the order of the plan. */
export async function interviewsOf({ read, org }: Ctx, ids: readonly string[]) {
  return interviewsIn(read, { orgId: org.id, ids });
}

const managers = prepared((db, of: Given<{ orgId: string; jobId: string }>) =>
  db
    .select({ name: member.name })
    .from(hiringTeam)
    .innerJoin(member, and(eq(member.orgId, hiringTeam.orgId), eq(member.id, hiringTeam.memberId)))
    .where(
      and(
        eq(hiringTeam.orgId, of.orgId),
        eq(hiringTeam.jobId, of.jobId),
        eq(hiringTeam.duty, "hiring_manager"),
        isHeldDuty(),
      ),
    )
    .orderBy(asc(member.name)),
);

/** The hiring managers of a job by name, as one reads them in a sentence; empty where there is none. */
export async function managersOf(
  { read, org }: Pick<Ctx, "read" | "org">,
  jobId: string,
): Promise<string> {
  const rows = await managers(read, { orgId: org.id, jobId });
  return rows.map((row) => row.name).join(" or ");
}

const sessionsIn = prepared((db, of: Several) =>
  db
    .select({
      applicationId: debrief.applicationId,
      stageId: debrief.stageId,
      state: debrief.state,
    })
    .from(debrief)
    .where(and(eq(debrief.orgId, of.orgId), among(debrief.applicationId, of.ids)))
    .orderBy(asc(debrief.session)),
);

/** The newest debrief session, by application and stage. */
export async function sessionsOf(
  { read, org }: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SessionState>> {
  const rows = await sessionsIn(read, { orgId: org.id, ids });
  return new Map(rows.map((row) => [`${row.applicationId} ${row.stageId}`, row.state]));
}

const offersIn = prepared((db, of: Several) =>
  db
    .selectDistinctOn([offer.applicationId], {
      applicationId: offer.applicationId,
      state: offer.state,
      expiresAt: offer.expiresAt,
    })
    .from(offer)
    .where(
      and(
        eq(offer.orgId, of.orgId),
        among(offer.applicationId, of.ids),
        ne(offer.state, "superseded"),
      ),
    )
    .orderBy(offer.applicationId, desc(offer.number)),
);

/** The newest version of each offer, by application. */
export async function offersOf({ read, org }: Ctx, ids: readonly string[]) {
  const rows = await offersIn(read, { orgId: org.id, ids });
  return new Map(rows.map((row) => [row.applicationId, row]));
}

const offerDecisions = prepared((db, of: Several) =>
  db
    .select({ id: decision.applicationId })
    .from(decision)
    .where(
      and(
        eq(decision.orgId, of.orgId),
        among(decision.applicationId, of.ids),
        eq(decision.kind, "offer"),
        eq(decision.state, "recorded"),
      ),
    ),
);

/** The applications with a decision to offer in force. */
export async function offerDecisionsOf(
  { read, org }: Ctx,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await offerDecisions(read, { orgId: org.id, ids });
  return new Set(rows.map((row) => row.id));
}

const relationsWith = prepared(
  (db, of: Given<{ orgId: string; memberId: string; ids: readonly string[] }>) =>
    db
      .select({ candidateId: relation.candidateId, kind: relation.kind })
      .from(relation)
      .where(
        and(
          eq(relation.orgId, of.orgId),
          among(relation.candidateId, of.ids),
          eq(relation.memberId, of.memberId),
        ),
      ),
);

/** Law 7 on the reader, by candidate. */
export async function conflictsOf(
  { read, org, actor }: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Denial | null>> {
  if (actor.kind !== "member") return new Map();
  const rows = await relationsWith(read, { orgId: org.id, memberId: actor.memberId, ids });
  return new Map(rows.map((row) => [row.candidateId, whyNotImpartial(row)]));
}
