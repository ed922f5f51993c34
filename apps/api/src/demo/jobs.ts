import type { Database } from "@rubric/db";
import { job, question } from "@rubric/db/schema";
import type { Member, Org } from "@rubric/domain/context";
import {
  adoptPlan,
  createJob,
  openJob,
  publishPost,
  savePlan,
  savePost,
  setTeam,
  showJob,
  tickTasks,
} from "@rubric/domain/job";
import { NO_STATEMENTS, type PostContent } from "@rubric/domain/job/schemas";
import { asc, eq } from "drizzle-orm";
import type { Acting } from "./acting.ts";
import type { OpenJob } from "./journey.ts";
import { planOf } from "./kits.ts";
import { frameworkIdOf, withinOrg } from "./organization.ts";
import { backendPlan, type Bank, type PlanOptions } from "./plans.ts";

export type Team = {
  recruiter: Member;
  manager: Member;
  approver: Member;
  substitute: Member | null;
  coordinator: Member | null;
  interviewers: readonly Member[];
};

export type JobSpec = {
  title: string;
  team: string;
  level: "engineer" | "senior" | "staff";
  locations: string[];
  openings: number;
  tasks: readonly string[];
  plan?: PlanOptions;
  post: Pick<PostContent, "body" | "pay" | "workplace" | "closingDate">;
};

type Company = { db: Database; org: Org; acting: Acting };

/** A job as recruiter and hiring manager write it together: a draft with its intake and its team. */
export async function draftJob(
  { db, org, acting }: Company,
  at: Date,
  spec: JobSpec,
  team: Team,
): Promise<string> {
  const { jobId } = await acting.act(team.recruiter, at, "job.create", createJob, {
    title: spec.title,
    team: spec.team,
    levelKey: spec.level,
    employmentType: "full_time",
    locations: spec.locations,
    confidential: false,
    recruiterDecides: false,
    frameworkId: await frameworkIdOf(db, org.id),
    recruiterId: team.recruiter.memberId,
    managerId: team.manager.memberId,
    openings: spec.openings,
  });
  for (const who of [team.recruiter, team.manager]) {
    await acting.act(who, minutesAfter(at, 20), "job.tickTasks", tickTasks, {
      jobId,
      tasks: spec.tasks.slice(0, who === team.manager ? undefined : 4),
      experience: [],
    });
  }
  await acting.act(team.recruiter, minutesAfter(at, 30), "job.setTeam", setTeam, {
    jobId,
    team: [
      seat(team.recruiter, "recruiter"),
      seat(team.manager, "hiring_manager"),
      ...(team.substitute === null ? [] : [seat(team.substitute, "substitute")]),
      ...(team.coordinator === null ? [] : [seat(team.coordinator, "coordinator")]),
      ...team.interviewers.map((one) => seat(one, "interviewer")),
    ],
  });
  return jobId;
}

/** The same, with its plan adopted, opened, and its post published. */
export async function openBackendJob(
  company: Company,
  at: Date,
  spec: JobSpec,
  team: Team,
): Promise<OpenJob> {
  const { db, org, acting } = company;
  const jobId = await draftJob(company, at, spec, team);
  const drafted = await acting.act(team.manager, minutesAfter(at, 90), "job.savePlan", savePlan, {
    jobId,
    draftId: null,
    frameworkVersionId: await newestVersion(company, jobId, team.manager, at),
    plan: backendPlan(spec.level, await bankOf(company), spec.plan),
  });
  const draftId = drafted.plans.draft?.id ?? "";
  const adopted = await acting.act(team.manager, minutesAfter(at, 95), "job.adoptPlan", adoptPlan, {
    jobId,
    draftId,
  });
  await acting.act(team.recruiter, minutesAfter(at, 120), "job.open", openJob, { jobId });
  const written = await acting.act(
    team.recruiter,
    minutesAfter(at, 150),
    "job.savePost",
    savePost,
    {
      jobId,
      post: {
        title: spec.title,
        ...spec.post,
        locations: spec.locations,
        privacyNotice: adopted.postDefaults.privacyNotice,
        statements: NO_STATEMENTS,
        questions: [
          {
            key: "permit",
            text: "May you work in the European Union, or would you need a permit?",
            required: true,
            eligibility: true,
          },
          {
            key: "built",
            text: "What have you built or run on the server side, and what became of it?",
            required: true,
            eligibility: false,
          },
        ],
      },
    },
  );
  const postId = written.posts[0]?.id ?? "";
  await acting.act(team.recruiter, minutesAfter(at, 160), "job.publishPost", publishPost, {
    jobId,
    postId,
  });
  const planId = adopted.plans.current?.id ?? "";
  return {
    jobId,
    slug: await slugOf(company, jobId),
    postId,
    levelKey: spec.level,
    plan: await planOf(db, org.id, planId),
    recruiter: team.recruiter,
    manager: team.manager,
    approver: team.approver,
  };
}

function seat(
  one: Member,
  duty: "recruiter" | "hiring_manager" | "substitute" | "coordinator" | "interviewer",
) {
  return { memberId: one.memberId, duty };
}

/** The bank's questions by competency, in the order in which the file has them. */
async function bankOf({ db, org }: Company): Promise<Bank> {
  const rows = await withinOrg(db, org.id, (tx) =>
    tx
      .select({ id: question.id, key: question.competencyKey })
      .from(question)
      .orderBy(asc(question.id)),
  );
  const byKey = Map.groupBy(rows, (row) => row.key);
  return new Map([...byKey].map(([key, list]) => [key, list.map((row) => row.id)]));
}

async function newestVersion(
  { acting }: Company,
  jobId: string,
  manager: Member,
  at: Date,
): Promise<string> {
  const shown = await acting.read(manager, at, "job.show", showJob, { jobId });
  return shown.framework.versionId;
}

async function slugOf({ db, org }: Company, jobId: string): Promise<string> {
  const [row] = await withinOrg(db, org.id, (tx) =>
    tx.select({ slug: job.slug }).from(job).where(eq(job.id, jobId)),
  );
  return row?.slug ?? "";
}

function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
