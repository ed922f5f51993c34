import { randomUUID } from "node:crypto";
import { listApplications, showApplication, showBoard } from "@rubric/domain/application";
import type { ListApplicationsInput } from "@rubric/domain/application/schemas";
import { listAudit } from "@rubric/domain/audit";
import { searchCandidates } from "@rubric/domain/candidate";
import { listDeadlines } from "@rubric/domain/deadline";
import { type Deps, runLook, runQuery } from "@rubric/domain/execution";
import { showHome } from "@rubric/domain/home";
import { listInterviews } from "@rubric/domain/interview";
import { listJobs, showJob } from "@rubric/domain/job";
import { listOffers } from "@rubric/domain/offer";
import { type Permission, permissionRow, SUBJECT_FIELD } from "@rubric/domain/permissions";
import { listRequisitions } from "@rubric/domain/requisition";
import { listDue, listRetention } from "@rubric/domain/retention";
import { listScorecards } from "@rubric/domain/scorecard";
import type { z } from "zod";
import type { ReadCtx, StaffMember } from "../../packages/domain/src/context.ts";
import type { Scale } from "./read.ts";

/** One call of a list or a look-up, as somebody. */
export type Read = { name: string; ask: (deps: Deps) => Promise<unknown> };

const origin = { ip: "127.0.0.1", requestId: "scale", userAgent: "bench" };

/** What is searched for: words that many bear, that few do, that nobody does, mistyped ones. */
export const WORDS = [
  "maria",
  "müller",
  "an",
  "e",
  "maria müller",
  "thomas eichenhagen",
  "rosenstrand",
  "rosenstrnad",
  "mraia wagenr",
  "smith kotlin payments",
  "engineer manager",
  "zzyzx",
  "maria zzyzx",
  "maria.m",
  "maria.muller@",
  "",
] as const;

/** Searches of one member. */
export function searches(
  { org, people }: Scale,
  by: keyof Scale["people"],
  words: readonly string[] = WORDS,
): Read[] {
  return words.map((query) => ({
    name: `candidate.search “${query}” by the ${by}`,
    ask: call(org, people[by], "candidate.search", searchCandidates, { query }),
  }));
}

/** The lists and look-ups that read of tables which grow. */
export function lists(scale: Scale): Read[] {
  const { org, people, boardJobId: jobId, applicationId } = scale;
  const { admin, recruiter, manager, coordinator, interviewer } = people;
  const of = <I extends object>(
    by: StaffMember,
    permission: Permission,
    verb: (ctx: ReadCtx, input: I) => Promise<unknown>,
    input: I,
  ): Read => ({
    name: `${permission} ${JSON.stringify(input)} by the ${by.name}`,
    ask: call(org, by, permission, verb, input),
  });
  const jobs = { states: [], mine: false, search: null };
  const inJob = { jobId, stageId: null, state: "active" } as const;
  return [
    listOf(org, recruiter, inJob),
    listOf(org, manager, inJob),
    of(recruiter, "application.board", showBoard, { jobId }),
    of(manager, "application.board", showBoard, { jobId }),
    of(recruiter, "application.show", showApplication, { applicationId }),
    of(manager, "application.show", showApplication, { applicationId }),
    of(recruiter, "job.list", listJobs, jobs),
    of(manager, "job.list", listJobs, { ...jobs, mine: true }),
    of(recruiter, "job.show", showJob, { jobId }),
    of(recruiter, "interview.list", listInterviews, { scope: "jobs" }),
    of(coordinator, "interview.list", listInterviews, { scope: "jobs" }),
    of(interviewer, "interview.list", listInterviews, { scope: "mine" }),
    of(recruiter, "home.show", showHome, {}),
    of(manager, "home.show", showHome, {}),
    of(interviewer, "home.show", showHome, {}),
    of(admin, "home.show", showHome, {}),
    of(admin, "audit.list", listAudit, {}),
    of(admin, "audit.list", listAudit, { cursor: 5000 }),
    of(admin, "audit.list", listAudit, { subjectId: applicationId }),
    of(admin, "audit.list", listAudit, { action: "scorecard.submit" }),
    of(admin, "audit.list", listAudit, { actorId: recruiter.memberId }),
    of(recruiter, "deadline.list", listDeadlines, { scope: "mine" }),
    of(admin, "deadline.list", listDeadlines, { scope: "all" }),
    of(recruiter, "deadline.list", listDeadlines, { scope: "all", jobId }),
    of(recruiter, "offer.list", listOffers, { applicationId }),
    of(recruiter, "requisition.list", listRequisitions, { states: [] }),
    of(recruiter, "scorecard.list", listScorecards, { applicationId }),
    of(admin, "retention.list", listRetention, {}),
    of(admin, "retention.listDue", listDue, {}),
  ];
}

/** The list as the API asks for it: one statement. */
function listOf(
  org: Scale["org"],
  by: StaffMember,
  input: z.infer<typeof ListApplicationsInput>,
): Read {
  const permission = "application.list";
  const subject = { permission, subjectId: input.jobId } as const;
  return {
    name: `${permission} ${JSON.stringify(input)} by the ${by.name}`,
    ask: (deps) =>
      runLook(
        deps,
        {
          org,
          origin: { ...origin, requestId: randomUUID() },
          key: null,
          who: { by: "member", id: by.memberId },
          actor: async () => by,
        },
        subject,
        listApplications,
        input,
      ),
  };
}

function call<I extends object>(
  org: Scale["org"],
  actor: StaffMember,
  permission: Permission,
  verb: (ctx: ReadCtx, input: I) => Promise<unknown>,
  input: I,
) {
  return async (deps: Deps) =>
    runQuery(
      deps,
      {
        org,
        origin: { ...origin, requestId: randomUUID() },
        key: null,
        who: { by: "member", id: actor.memberId },
        actor: async () => actor,
      },
      { permission, subjectId: subjectOf(permission, input) },
      (ctx) => verb(ctx, input),
    );
}

function subjectOf(permission: Permission, input: object): string | null {
  const { on } = permissionRow(permission);
  if (on === "instance" || on === "org") return null;
  const value: unknown = new Map(Object.entries(input)).get(SUBJECT_FIELD[on]);
  return typeof value === "string" ? value : null;
}
