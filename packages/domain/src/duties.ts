/** Roles that a member has in the whole organization. */
export const ROLES = [
  "admin",
  "recruiter",
  "coordinator",
  "hiring_manager",
  "interviewer",
  "engineer",
  "manager",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

/** Duties on one job, application, interview or offer; found anew for each call. */
export const DUTIES = [
  "job_recruiter",
  "other_recruiter",
  "job_manager",
  "job_coordinator",
  "assigned",
  "author",
  "approver",
] as const;

/** Whom a permission may name: a role, a duty, or someone who is no member. */
export type Duty =
  | Role
  | (typeof DUTIES)[number]
  | "member"
  | "account"
  | "anyone"
  | "candidate"
  | "system";
