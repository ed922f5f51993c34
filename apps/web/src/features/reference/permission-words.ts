import type { Duty } from "@rubric/domain/duties";

const DUTIES = {
  admin: "admins",
  recruiter: "recruiters",
  coordinator: "coordinators",
  hiring_manager: "hiring managers",
  interviewer: "interviewers",
  engineer: "engineers",
  manager: "managers of engineers",
  auditor: "auditors",
  job_recruiter: "the job's recruiter",
  other_recruiter: "recruiters outside of the job's team, unless it is confidential",
  job_manager: "the job's hiring manager",
  job_coordinator: "the job's coordinator",
  assigned: "who is assigned to interview there",
  author: "its author",
  approver: "its approver",
  engineer_self: "whose growth it is",
  line_manager: "who manages them now",
  member: "every member",
  account: "anyone who is signed in",
  anyone: "anyone, signed in or not",
  candidate: "the candidate, by the link to their own page",
  system: "the worker",
} as const satisfies Record<Duty, string>;

const CONDITIONS: Record<string, string> = {
  impartial: "Not for who referred the candidate, declared a relation to them, or is them (law 7).",
  unsealed: "Not for who still owes a scorecard on the candidate (law 1).",
};

/** Who may call a procedure, one line each. */
export function holderWords(holders: readonly string[]): string[] {
  const known = new Map<string, string>(Object.entries(DUTIES));
  return holders.map((duty) => known.get(duty) ?? duty);
}

/** What is asked beyond that, as sentences. */
export function conditionWords(conditions: readonly string[]): string[] {
  return conditions.flatMap((condition) => CONDITIONS[condition] ?? []);
}
