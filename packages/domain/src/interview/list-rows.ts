import { among, type Database, type Given, prepared, put } from "@rubric/db";
import {
  application,
  candidate,
  interview,
  job,
  planInterview,
  scorecard,
  stage,
} from "@rubric/db/schema";
import { and, asc, desc, eq, exists, gte, inArray, lt, ne, or, type SQL } from "drizzle-orm";
import { notHidden } from "./own-jobs.ts";

/** How many interviews of the past a page has. */
export const PAGE = 50;
const AT_MOST = 200;

type Asks = Pick<Database, "select">;

/** What the lists are asked with: `jobIds` for those of jobs. */
export type Listed = {
  orgId: string;
  memberId: string;
  appliedTo: readonly string[];
  own: readonly string[];
  jobIds: readonly string[];
  /** Today, from its first instant until the next day's. */
  from: Date;
  to: Date;
  /** Where the page of the past before this one ended; for the first where today begins. */
  before: Date;
  beforeId: string;
};

type Which = { where: SQL | undefined; orderBy: SQL[]; limit: number };

const rows = (db: Asks, of: Given<Listed>, { where, orderBy, limit }: Which) =>
  db
    .select({
      interview,
      jobId: job.id,
      title: job.title,
      candidateName: candidate.name,
      headline: candidate.headline,
      stage: stage.name,
      name: planInterview.name,
      kind: planInterview.kind,
    })
    .from(interview)
    .innerJoin(
      application,
      and(eq(application.orgId, interview.orgId), eq(application.id, interview.applicationId)),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .innerJoin(stage, and(eq(stage.orgId, interview.orgId), eq(stage.id, interview.stageId)))
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(and(eq(interview.orgId, of.orgId), notHidden(of), where))
    .orderBy(...orderBy)
    .limit(limit);

type Scope = (db: Asks, of: Given<Listed>) => SQL;

/** Interviews in which the member sits. */
const seatedIn: Scope = (db, of) =>
  exists(
    db
      .select({ id: scorecard.id })
      .from(scorecard)
      .where(
        and(
          eq(scorecard.orgId, of.orgId),
          eq(scorecard.interviewId, interview.id),
          eq(scorecard.authorId, of.memberId),
          ne(scorecard.state, "void"),
        ),
      ),
  );

/** Interviews of these jobs. */
const ofJobs: Scope = (_db, of) => among(application.jobId, of.jobIds);

const SOONEST = [asc(interview.startsAt), asc(interview.id)];
const isTimed = () => inArray(interview.state, ["scheduled", "held"]);
const isLater = (than: Given<Listed>["from"]) =>
  gte(interview.startsAt, put(interview.startsAt, than));
const isEarlier = (than: Given<Listed>["from"]) =>
  lt(interview.startsAt, put(interview.startsAt, than));

const listsOf = (scope: Scope) => ({
  unscheduled: prepared((db, of: Given<Listed>) =>
    rows(db, of, {
      where: and(
        scope(db, of),
        inArray(interview.state, ["planned", "proposed"]),
        inArray(application.state, ["active", "on_hold"]),
      ),
      orderBy: [asc(interview.createdAt), asc(interview.id)],
      limit: AT_MOST,
    }),
  ),
  today: prepared((db, of: Given<Listed>) =>
    rows(db, of, {
      where: and(scope(db, of), isTimed(), isLater(of.from), isEarlier(of.to)),
      orderBy: SOONEST,
      limit: AT_MOST,
    }),
  ),
  coming: prepared((db, of: Given<Listed>) =>
    rows(db, of, {
      where: and(scope(db, of), isTimed(), isLater(of.to)),
      orderBy: SOONEST,
      limit: AT_MOST,
    }),
  ),
  past: prepared((db, of: Given<Listed>) =>
    rows(db, of, {
      where: and(
        scope(db, of),
        inArray(interview.state, ["scheduled", "held", "absent"]),
        isEarlier(of.from),
        or(
          isEarlier(of.before),
          and(
            eq(interview.startsAt, put(interview.startsAt, of.before)),
            lt(interview.id, of.beforeId),
          ),
        ),
      ),
      orderBy: [desc(interview.startsAt), desc(interview.id)],
      limit: PAGE + 1,
    }),
  ),
});

/** A member's own interviews and those of jobs: without a time, of today, to come and past. */
export const LISTS = { mine: listsOf(seatedIn), jobs: listsOf(ofJobs) } as const;
