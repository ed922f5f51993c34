import { randomBytes } from "node:crypto";
import { apply } from "@rubric/api/demo/apply";
import { type JobSpec, openBackendJob, type Team } from "@rubric/api/demo/jobs";
import type { Case, OpenJob, World } from "@rubric/api/demo/journey";
import { foundOrganization } from "@rubric/api/demo/organization";
import type { StaffMember } from "@rubric/domain/context";
import type { Role } from "@rubric/domain/duties";
import { mintLink } from "@rubric/domain/identity";
import { database } from "./database.ts";

const PASSWORD = "plain-otter-under-9-lamps";

const PEOPLE = {
  admin: ["Ada Admin", ["admin"]],
  secondAdmin: ["Asta Admin", ["admin"]],
  recruiter: ["Rosa Recruiter", ["recruiter"]],
  otherRecruiter: ["Otto Recruiter", ["recruiter"]],
  manager: ["Mara Manager", ["hiring_manager"]],
  approver: ["Abel Approver", ["hiring_manager", "manager"]],
  coordinator: ["Cleo Coordinator", ["coordinator"]],
  first: ["Ines Interviewer", ["interviewer"]],
  second: ["Igor Interviewer", ["interviewer"]],
  third: ["Ilse Interviewer", ["interviewer"]],
  engineer: ["Eike Engineer", ["engineer"]],
  auditor: ["Aude Auditor", ["auditor"]],
} as const satisfies Record<string, readonly [string, readonly Role[]]>;
export type Part = keyof typeof PEOPLE;

export type Organization = World & { slug: string; cast: Record<Part, StaffMember>; team: Team };
export type Job = OpenJob & { slug: string };

/** An organization of this test's own, with one member for each part. */
export async function makeOrganization(): Promise<Organization> {
  const slug = `org-${randomBytes(5).toString("hex")}`;
  const { db } = database();
  const now = new Date();
  const at = daysAgo(30);
  const emailOf = (part: string) => `${part.toLowerCase()}@${slug}.test`;
  const { org, acting, members } = await foundOrganization(
    db,
    { name: `Firm ${slug}`, slug, timeZone: "Europe/Berlin", password: PASSWORD, at },
    Object.entries(PEOPLE).map(([part, [name, roles]]) => ({
      name,
      email: emailOf(part),
      title: name.split(" ")[1] ?? "",
      roles,
    })),
  );
  const who = (part: Part): StaffMember => {
    const found = members.get(emailOf(part));
    if (found === undefined) throw new Error(`There is no ${part}.`);
    return found;
  };
  const cast = {
    admin: who("admin"),
    secondAdmin: who("secondAdmin"),
    recruiter: who("recruiter"),
    otherRecruiter: who("otherRecruiter"),
    manager: who("manager"),
    approver: who("approver"),
    coordinator: who("coordinator"),
    first: who("first"),
    second: who("second"),
    third: who("third"),
    engineer: who("engineer"),
    auditor: who("auditor"),
  };
  const team: Team = {
    recruiter: cast.recruiter,
    manager: cast.manager,
    approver: cast.approver,
    substitute: cast.approver,
    coordinator: cast.coordinator,
    interviewers: [cast.first, cast.second, cast.third],
  };
  return { db, org, acting, now, slug, cast, team };
}

const SPEC: JobSpec = {
  title: "Senior Backend Engineer",
  team: "Payments",
  level: "senior",
  locations: ["DE-BE"],
  openings: 1,
  tasks: ["rules-across-tables", "architecture"],
  post: {
    body: "You own the part that decides whether a posting may happen.",
    pay: { minMinor: 7_000_000, maxMinor: 9_000_000, currency: "EUR" },
    workplace: "hybrid",
    closingDate: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  },
};

/** An open job with its plan and a published post, twenty days old. */
export async function makeJob(org: Organization, spec: Partial<JobSpec> = {}): Promise<Job> {
  return openBackendJob(org, daysAgo(20), { ...SPEC, ...spec }, org.team);
}

/** Somebody who applied to the job some days ago. */
export async function makeCase(
  org: Organization,
  job: Job,
  name = "Casey Candidate",
  days = 19,
): Promise<Case> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@${org.slug}.example`;
  const person = { name, email, headline: "Backend engineer, ticketing", location: "Berlin" };
  return apply(org, job, person, daysAgo(days), 0);
}

/** Three who interview, in the parts of the plan. */
export function panelOf({ cast }: Organization) {
  return { call: cast.first, design: cast.first, code: cast.second, security: cast.third };
}

/** The secret of a candidate's own page, made as the e-mail makes it. */
export async function linkOf(org: Organization, candidateId: string): Promise<string> {
  const link = { kind: "candidate" as const, orgId: org.org.id, subjectId: candidateId };
  return org.db.transaction((tx) => mintLink(tx, { ...link, at: new Date(), hours: 24 }));
}

export function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}
