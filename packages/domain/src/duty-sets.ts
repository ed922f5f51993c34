export const everyone = ["anyone"] as const;
export const signedIn = ["account"] as const;
export const self = ["candidate"] as const;
export const admin = ["admin"] as const;
export const readers = [
  "admin",
  "recruiter",
  "coordinator",
  "hiring_manager",
  "interviewer",
  "engineer",
  "manager",
] as const;
export const bank = ["admin", "recruiter", "hiring_manager"] as const;
export const lead = ["job_recruiter", "job_manager"] as const;
export const schedulers = ["job_recruiter", "job_manager", "job_coordinator"] as const;
export const pipeline = ["job_recruiter", "other_recruiter", "job_manager"] as const;
/** Run by the worker when they are due; no procedure leads there. */
export const worker = ["system"] as const;
export const trail = ["admin", "auditor"] as const;
/** Who takes part in a member's growth: themselves and their manager, and nobody else. */
export const pair = ["engineer_self", "line_manager"] as const;
export const lineManager = ["line_manager"] as const;
