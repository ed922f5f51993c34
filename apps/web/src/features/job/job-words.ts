import type { TeamDuty } from "@rubric/domain/duties";
import type { EMPLOYMENT_TYPES, WORKPLACES } from "@rubric/domain/job/schemas";

/** Kinds of employment in words. */
export const employmentWords: Record<(typeof EMPLOYMENT_TYPES)[number], string> = {
  full_time: "Full time",
  part_time: "Part time",
  contract: "Contract",
  internship: "Internship",
};

/** Where the work is done. */
export const workplaceWords: Record<(typeof WORKPLACES)[number], string> = {
  onsite: "On site",
  hybrid: "Hybrid",
  remote: "Remote",
};

/** Duties in a job's team, with what each is for. */
export const dutyWords: Record<TeamDuty, { word: string; does: string }> = {
  recruiter: {
    word: "Recruiter",
    does: "Keeps the process and the deadlines, publishes the post, writes to candidates.",
  },
  hiring_manager: {
    word: "Hiring manager",
    does: "Settles the rubric and the plan, runs the debrief, decides.",
  },
  substitute: {
    word: "Substitute",
    does: "Acts where the hiring manager referred or knows the candidate.",
  },
  coordinator: { word: "Coordinators", does: "Schedule interviews; read no scorecards." },
  interviewer: { word: "Interviewers", does: "Are offered when an interview is scheduled." },
};

/** Kinds of interview in words. */
export const interviewKindWords = {
  interview: "Interview",
  take_home: "Take-home",
  reference_check: "Reference check",
} as const;

/** Kinds of stage, with what each is. */
export const stageKindWords = {
  review: "Review of the application",
  interview: "Interviews",
  offer: "Offer",
} as const;
