import type { ROLES } from "@rubric/domain/duties";

type Role = (typeof ROLES)[number];

/** What each role is called, and what it opens, as an admin reads it. */
export const roleWords = {
  admin: {
    word: "Admin",
    means: "Members, roles, frameworks and settings; on a job only once in its team.",
  },
  recruiter: {
    word: "Recruiter",
    means:
      "Creates jobs, sees every pipeline that is not confidential, leads the jobs they are on.",
  },
  coordinator: { word: "Coordinator", means: "Schedules interviews on the jobs they are on." },
  hiring_manager: {
    word: "Hiring manager",
    means: "Creates jobs; defines, decides and offers on the jobs they are on.",
  },
  interviewer: {
    word: "Interviewer",
    means: "Sees the interviews they are assigned to and writes scorecards.",
  },
  engineer: { word: "Engineer", means: "Reads the frameworks, and refers people." },
  manager: { word: "Manager of engineers", means: "Leads engineers; approves offers when named." },
  auditor: { word: "Auditor", means: "Reads and verifies the audit trail, and nothing else." },
} as const satisfies Record<Role, { word: string; means: string }>;
