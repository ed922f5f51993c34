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

/** What a job's team names people for. */
export const TEAM_DUTIES = [
  "recruiter",
  "hiring_manager",
  "substitute",
  "coordinator",
  "interviewer",
] as const;
export type TeamDuty = (typeof TEAM_DUTIES)[number];

/** Which roles a duty on a job asks for; an interviewer may be any member (law 15). */
export const DUTY_ROLES: Record<TeamDuty, readonly Role[] | null> = {
  recruiter: ["recruiter", "admin"],
  hiring_manager: ["hiring_manager", "admin"],
  substitute: ["hiring_manager", "admin"],
  coordinator: ["coordinator", "recruiter", "admin"],
  interviewer: null,
};

/** Whether these roles allow a duty on a job; a duty counts only as long as they do. */
export function allowsDuty(roles: readonly string[], duty: TeamDuty): boolean {
  return DUTY_ROLES[duty]?.some((role) => roles.includes(role)) ?? true;
}

/**
 * Duties on one job, application, interview or offer, and on the growth of one member, which is
 * their own and their manager's alone; found anew for each call.
 */
export const DUTIES = [
  "job_recruiter",
  "other_recruiter",
  "job_manager",
  "job_coordinator",
  "assigned",
  "author",
  "approver",
  "engineer_self",
  "line_manager",
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
