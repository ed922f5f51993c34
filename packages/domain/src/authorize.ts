import { type Given, prepared, type Reader } from "@rubric/db";
import { relation } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Actor, Member, Org } from "./context.ts";
import type { Duty, TeamDuty } from "./duties.ts";
import { refuse, refuseIf } from "./errors.ts";
import { whyNotAllowed, whyNotImpartial } from "./may.ts";
import { type Permission, permissionRow } from "./permissions.ts";
import { blindOn } from "./scorecard/seal-facts.ts";
import { findSubject, type SubjectFacts } from "./subjects.ts";
import { whyNotAs } from "./token/rules.ts";
import { type Ties, tiesOf } from "./ties.ts";

/** A subject, and the caller's ties to it where they were looked for. */
export type Known = { subject: SubjectFacts | null; ties: Ties | null };
export type Authorized = { duties: ReadonlySet<Duty>; subject: SubjectFacts };

/**
 * Lets the actor through or refuses: NOT_FOUND where the subject is not in the organization or
 * must not be known to the actor, FORBIDDEN where no duty allows it, CONFLICT_OF_INTEREST by law 7,
 * SEALED_OWES or SEALED_EXCUSED by law 1; first of all what a token was not given, and what a
 * service account never is. What the call's first statement found is `known`; else it is looked up.
 */
export async function authorize(
  read: Reader,
  actor: Actor,
  org: Pick<Org, "id">,
  permission: Permission,
  subjectId: string | null,
  known: Known | null = null,
): Promise<Authorized> {
  const row = permissionRow(permission);
  refuseIf(whyNotAs(actor, permission));
  const subject = known ? known.subject : await findSubject(read, org.id, row.on, subjectId);
  if (subject === null) return refuse("NOT_FOUND", {});
  const ties = async (memberId: string) =>
    known?.ties ?? (await tiesOf(read, org.id, memberId, subject));
  const duties = await dutiesOf(actor, subject, ties);
  if (duties === "unseen") return refuse("NOT_FOUND", {});
  refuseIf(whyNotAllowed(permission, duties));
  if (row.impartial && actor.kind === "member" && subject.candidateId !== undefined) {
    await refuseConflict(read, actor, org.id, subject.candidateId);
  }
  if (row.unsealed && actor.kind === "member" && subject.candidateId !== undefined) {
    refuseIf(await blindOn(read, org.id, actor.memberId, subject.candidateId));
  }
  return { duties, subject };
}

const NONE: ReadonlySet<Duty> = new Set<Duty>();

/** Who only audits takes no part in any job, whatever names them there. */
async function dutiesOf(
  actor: Actor,
  subject: SubjectFacts,
  tiesOfMember: (memberId: string) => Promise<Ties>,
): Promise<ReadonlySet<Duty> | "unseen"> {
  if (actor.kind === "candidate") {
    if (subject.candidateId === undefined) return new Set<Duty>(["candidate", "anyone"]);
    return subject.candidateId === actor.candidateId ? new Set<Duty>(["candidate"]) : "unseen";
  }
  if (actor.kind !== "member") {
    return new Set<Duty>(
      actor.kind === "system"
        ? ["system"]
        : actor.kind === "account"
          ? ["account", "anyone"]
          : ["anyone"],
    );
  }
  const duties = new Set<Duty>(["member", "account", "anyone", ...actor.roles]);
  const takesPart = actor.roles.some((role) => role !== "auditor");
  if (takesPart) for (const duty of ownDuties(actor, subject)) duties.add(duty);
  if (subject.grows !== undefined) {
    const duty = growthDuty(actor, subject.grows);
    return duty === null ? "unseen" : duties.add(duty);
  }
  if (subject.jobId === undefined) return duties;
  const ties = await tiesOfMember(actor.memberId);
  // Law 7: a member sees nothing of a job while their own application to it is active.
  if (ties.applies) return "unseen";
  const onTeam = takesPart ? teamDuties(ties) : NONE;
  for (const duty of onTeam) duties.add(duty);
  if (takesPart && ties.assigned) duties.add("assigned");
  const seen =
    onTeam.size > 0 || ["assigned", "author", "approver", "admin"].some((d) => has(duties, d));
  if (subject.confidential === true && !seen) return "unseen";
  if (actor.roles.includes("recruiter") && !onTeam.has("job_recruiter") && !subject.confidential) {
    duties.add("other_recruiter");
  }
  return duties;
}

/** What someone wrote or is to approve; who asks for a job as its manager leads it until it is there. */
function ownDuties(actor: Member, subject: SubjectFacts): Duty[] {
  const wrote = subject.authorId === actor.memberId;
  const leads = subject.kind === "requisition" && subject.jobId === undefined;
  return [
    ...(wrote ? (["author"] as const) : []),
    ...(wrote && leads && actor.roles.includes("hiring_manager") ? (["job_manager"] as const) : []),
    ...(subject.approverIds?.includes(actor.memberId) ? (["approver"] as const) : []),
  ];
}

/** A member's growth is seen by themselves and by who manages them now; to others it is not there. */
function growthDuty(
  { memberId }: Member,
  grows: NonNullable<SubjectFacts["grows"]>,
): "engineer_self" | "line_manager" | null {
  if (grows.memberId === memberId) return "engineer_self";
  return grows.managerId === memberId ? "line_manager" : null;
}

function has(duties: ReadonlySet<string>, duty: string): boolean {
  return duties.has(duty);
}

const TEAM_DUTY = {
  recruiter: "job_recruiter",
  hiring_manager: "job_manager",
  substitute: "job_manager",
  coordinator: "job_coordinator",
  interviewer: null,
} as const satisfies Record<TeamDuty, Duty | null>;

function teamDuties({ team }: Ties): ReadonlySet<Duty> {
  return new Set(team.map((duty) => TEAM_DUTY[duty]).filter((duty) => duty !== null));
}

const relationOf = prepared(
  (db, of: Given<{ orgId: string; candidateId: string; memberId: string }>) =>
    db
      .select({ kind: relation.kind })
      .from(relation)
      .where(
        and(
          eq(relation.orgId, of.orgId),
          eq(relation.candidateId, of.candidateId),
          eq(relation.memberId, of.memberId),
        ),
      )
      .limit(1),
);

async function refuseConflict(
  read: Reader,
  actor: Member,
  orgId: string,
  candidateId: string,
): Promise<void> {
  const [found] = await relationOf(read, { orgId, candidateId, memberId: actor.memberId });
  refuseIf(whyNotImpartial(found ?? null));
}
