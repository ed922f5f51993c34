import type { Reader } from "@rubric/db";
import {
  application,
  baseline,
  baselineNotice,
  competency,
  criterion,
  frameworkTheme,
  frameworkVersion,
  hiringTeam,
  interview,
  job,
  member,
  pastDuty,
  type Rating,
} from "@rubric/db/schema";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { ratedCards } from "../debrief/ratings.ts";
import { placementOf, publishedVersion } from "../ladder/access.ts";
import type { LeftOut } from "./errors.ts";
import { type BaselineFacts, whyNotBaseline } from "./rules.ts";
import type { AUTHOR_DUTIES } from "./schemas.ts";

type Ctx = { read: Reader; org: { id: string } };
type AuthorDuty = (typeof AUTHOR_DUTIES)[number];

/** The application that a member was hired by, newest first, with what they were told. */
export async function hiredBy({ read, org }: Ctx, candidateId: string) {
  const [row] = await read
    .select({
      applicationId: application.id,
      candidateId: application.candidateId,
      jobId: application.jobId,
      title: job.title,
      locations: job.locations,
      frameworkId: job.frameworkId,
      hiredAt: application.endedAt,
      notice: { text: baselineNotice.text, at: baselineNotice.at },
    })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .leftJoin(
      baselineNotice,
      and(
        eq(baselineNotice.orgId, application.orgId),
        eq(baselineNotice.applicationId, application.id),
      ),
    )
    .where(
      and(
        eq(application.orgId, org.id),
        eq(application.candidateId, candidateId),
        eq(application.state, "hired"),
      ),
    )
    .orderBy(desc(application.endedAt), desc(application.id))
    .limit(1);
  return row ?? null;
}
export type Hired = NonNullable<Awaited<ReturnType<typeof hiredBy>>>;

/** A member as far as a baseline asks: who they were as a candidate, and where they work. */
export async function growing({ read, org }: Ctx, memberId: string) {
  const [row] = await read
    .select({
      id: member.id,
      name: member.name,
      managerId: member.managerId,
      candidateId: member.candidateId,
      establishment: member.establishment,
    })
    .from(member)
    .where(and(eq(member.orgId, org.id), eq(member.id, memberId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** What the member did with their baseline; null before they opened it or objected to it. */
export async function baselineRow({ read, org }: Ctx, memberId: string) {
  const [row] = await read
    .select()
    .from(baseline)
    .where(and(eq(baseline.orgId, org.id), eq(baseline.memberId, memberId)));
  return row ?? null;
}

export type Evidence = {
  /** In the framework's order. */
  position: number;
  key: string;
  name: string;
  theme: string;
  rating: Rating;
  evidence: string;
  by: AuthorDuty;
  at: Date;
};

/**
 * What the interviews of a hired person showed of the competencies of their framework, in its order
 * and oldest first, and why other ratings are left out. Read from the scorecards each time, so that what is struck, erased or restricted there is
 * gone here; of each the version that debriefs and figures use (law 3).
 */
export async function evidenceOf(
  ctx: Ctx,
  memberId: string,
  hired: Hired,
): Promise<{ evidence: Evidence[]; left: ReadonlySet<LeftOut> }> {
  const { read, org } = ctx;
  const cards = await ratedCards(read, org.id, {
    applicationId: hired.applicationId,
    stageId: null,
  });
  const left = new Set<LeftOut>();
  const begun = await beginnings(ctx, hired.applicationId);
  const criteria = await criteriaOf(
    ctx,
    cards.flatMap(({ base }) => base?.ratings.map((one) => one.criterionId) ?? []),
  );
  const known = await competenciesOf(ctx, memberId, hired.frameworkId);
  const dutyOf = await dutiesOfAuthors(ctx, hired.jobId);
  const found = cards.flatMap((rated) => {
    const { card, base, interviewState } = rated;
    const startsAt = begun.get(card.interviewId) ?? null;
    return (base?.ratings ?? []).flatMap(({ criterionId, rating, evidence }) => {
      const of = criteria.get(criterionId);
      const here = of?.frameworkId === known.frameworkId ? known.byKey.get(of.key) : undefined;
      const why = whyNotBaseline({
        hired: true,
        noticeAt: hired.notice?.at ?? null,
        startsAt,
        interview: interviewState,
        submitted: card.state === "submitted",
        shadow: card.shadow,
        inFramework: here !== undefined,
        rated: rating !== null,
      });
      if (why?.code === "BASELINE_LEFT_OUT") left.add(why.facts.why);
      if (why !== null || here === undefined || rating === null || startsAt === null) return [];
      return [{ ...here, rating, evidence, by: dutyOf(card.authorId), at: startsAt, id: card.id }];
    });
  });
  const order = (a: (typeof found)[number], b: (typeof found)[number]) =>
    a.position - b.position || a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id);
  return { evidence: found.toSorted(order).map(({ id: _id, ...one }) => one), left };
}

/** What the rules on a baseline are asked with. */
export function factsOf(
  row: Awaited<ReturnType<typeof baselineRow>>,
  empty: boolean,
): BaselineFacts {
  const { openedAt = null, sharedAt = null, objectedAt = null } = row ?? {};
  return { empty, openedAt, sharedAt, objectedAt };
}

async function beginnings({ read, org }: Ctx, applicationId: string) {
  const rows = await read
    .select({ id: interview.id, startsAt: interview.startsAt })
    .from(interview)
    .where(and(eq(interview.orgId, org.id), eq(interview.applicationId, applicationId)));
  return new Map(rows.map(({ id, startsAt }) => [id, startsAt]));
}

/** The competency of each criterion by its key, and the framework that it is of. */
async function criteriaOf({ read, org }: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { key: string; frameworkId: string }>();
  const rows = await read
    .select({ id: criterion.id, key: competency.key, frameworkId: frameworkVersion.frameworkId })
    .from(criterion)
    .innerJoin(
      competency,
      and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
    )
    .innerJoin(
      frameworkVersion,
      and(
        eq(frameworkVersion.orgId, competency.orgId),
        eq(frameworkVersion.id, competency.versionId),
      ),
    )
    .where(and(eq(criterion.orgId, org.id), inArray(criterion.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, key, frameworkId }) => [id, { key, frameworkId }]));
}

/** The competencies of the framework in which the member stands, or in which they were hired. */
async function competenciesOf(ctx: Ctx, memberId: string, hiredIn: string) {
  const placed = await placementOf(ctx, memberId);
  const frameworkId = placed?.frameworkId ?? hiredIn;
  const version = await publishedVersion(ctx, frameworkId);
  const rows =
    version === null
      ? []
      : await ctx.read
          .select({ key: competency.key, name: competency.name, theme: frameworkTheme.name })
          .from(competency)
          .innerJoin(
            frameworkTheme,
            and(
              eq(frameworkTheme.orgId, competency.orgId),
              eq(frameworkTheme.id, competency.themeId),
            ),
          )
          .where(and(eq(competency.orgId, ctx.org.id), eq(competency.versionId, version.versionId)))
          .orderBy(asc(frameworkTheme.position), asc(competency.position));
  return {
    frameworkId,
    byKey: new Map(rows.map((row, position) => [row.key, { ...row, position }])),
  };
}

/** Who wrote, by duty: who leads the job or recruits for it, now or before, or else interviews. */
async function dutiesOfAuthors({ read, org }: Ctx, jobId: string) {
  const now = await read
    .select({ memberId: hiringTeam.memberId, duty: hiringTeam.duty })
    .from(hiringTeam)
    .where(and(eq(hiringTeam.orgId, org.id), eq(hiringTeam.jobId, jobId)));
  const before = await read
    .select({ memberId: pastDuty.memberId, duty: pastDuty.duty })
    .from(pastDuty)
    .where(and(eq(pastDuty.orgId, org.id), eq(pastDuty.jobId, jobId)));
  return (authorId: string): AuthorDuty => {
    const duties = [...now, ...before]
      .filter((one) => one.memberId === authorId)
      .map(({ duty }) => duty);
    if (duties.includes("hiring_manager") || duties.includes("substitute")) return "hiring_manager";
    return duties.includes("recruiter") ? "recruiter" : "interviewer";
  };
}
