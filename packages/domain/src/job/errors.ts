import { error } from "../error-table.ts";

const STATE_WORDS = {
  draft: "a draft",
  open: "open",
  on_hold: "on hold",
  closed: "closed",
} as const;
type JobState = keyof typeof STATE_WORDS;

export const jobErrors = {
  JOB_STATE: error<{ state: JobState }>({
    kind: "conflict",
    say: ({ state }) =>
      state === "draft"
        ? "This job is still a draft: open the job first, and then do this."
        : `This job is ${STATE_WORDS[state]}, so this cannot be done.`,
    lift: "Look at the job as it is now.",
  }),
  JOB_NOT_READY: error<{ missing: string[] }>({
    kind: "rule",
    say: ({ missing }) => `The job is not ready to open. ${missing.join(" ")}`,
    lift: "Finish the checklist on the job's page.",
  }),
  JOB_NOT_ENDED: error<{ applications: number; offers: number }>({
    kind: "rule",
    say: ({ applications, offers }) =>
      offers > 0
        ? `${offers === 1 ? "An offer is" : `${offers} offers are`} out, so the job cannot be closed.`
        : `${applications === 1 ? "One application is" : `${applications} applications are`} still running, so the job cannot be closed.`,
    lift: "End each application first: decide it, reject it or let it be withdrawn.",
  }),
  OPENING_NEEDED: error({
    kind: "rule",
    say: () => "No opening of this job is open.",
    lift: "Add an opening first.",
  }),
  OPENING_STATE: error<{ state: "open" | "reserved" | "filled" | "closed" }>({
    kind: "conflict",
    say: ({ state }) =>
      ({
        open: "This opening is open.",
        reserved: "This opening is reserved by an offer.",
        filled: "This opening is filled.",
        closed: "This opening is closed.",
      })[state],
    lift: "Only an open opening can be closed.",
  }),
  JOB_LEVEL_UNKNOWN: error<{ key: string }>({
    kind: "input",
    say: ({ key }) => `The framework has no level "${key}".`,
    lift: "Choose one of its levels.",
  }),
  TASK_UNKNOWN: error<{ key: string }>({
    kind: "input",
    say: ({ key }) => `There is no task "${key}" in the catalogue.`,
  }),
  TEAM_INCOMPLETE: error<{ missing: ("recruiter" | "hiring_manager")[] }>({
    kind: "rule",
    say: ({ missing }) =>
      `The team needs ${missing.map((duty) => (duty === "recruiter" ? "a recruiter" : "a hiring manager")).join(" and ")}.`,
    lift: "Name both: one keeps the process, the other decides.",
  }),
  TEAM_MEMBER: error<{ name: string; why: "inactive" | "role"; duty: string }>({
    kind: "rule",
    say: ({ name, why, duty }) =>
      why === "inactive"
        ? `${name} is no active member.`
        : `${name} has no role that allows the duty of ${duty.replace("_", " ")}.`,
    lift: "Choose someone else, or ask an admin to change the roles.",
  }),
  PLAN_INVALID: error<{ problems: { path: string; sentence: string }[] }>({
    kind: "rule",
    say: ({ problems }) =>
      problems.length > 1
        ? `${problems[0]?.sentence ?? ""} ${problems.length - 1} more to correct.`
        : (problems[0]?.sentence ?? "The plan is not complete."),
    lift: "Correct the marked places.",
  }),
  PLAN_CHANGED: error({
    kind: "conflict",
    say: () => "Someone changed this plan since you loaded it.",
    lift: "Load it again; what you wrote is kept beside it.",
  }),
  PLAN_FRAMEWORK_MOVED: error<{ number: number }>({
    kind: "conflict",
    say: ({ number }) => `Version ${number} of the framework was published since.`,
    lift: "Load the plan again and check it against the new version.",
  }),
  PLAN_NO_DRAFT: error({
    kind: "conflict",
    say: () => "There is no draft of the plan.",
    lift: "Change the plan and save it first.",
  }),
  CRITERION_WITHDRAWN: error<{ criterion: string }>({
    kind: "conflict",
    law: 6,
    say: ({ criterion }) => `${criterion} is withdrawn and may not be used in this job.`,
  }),
  MOVE_NEEDLESS: error({
    kind: "rule",
    law: 6,
    say: () => "No running application is pinned to an earlier plan.",
  }),
  MOVE_ASKED: error<{ by: string }>({
    kind: "conflict",
    law: 6,
    say: ({ by }) => `${by} has already asked to move the pinned applications.`,
    lift: "A second person does it.",
  }),
  MOVE_NOT_ASKED: error({
    kind: "conflict",
    law: 6,
    say: () => "Nobody asked to move the pinned applications.",
    lift: "The hiring manager asks with a reason; a second person does it.",
  }),
  MOVE_SECOND_PERSON: error({
    kind: "rule",
    law: 6,
    say: () => "You asked for this move, so someone else does it.",
    lift: "The recruiter or another lead of the job can do it.",
  }),
  MOVE_STAGE_GONE: error<{ stage: string; applications: number }>({
    kind: "rule",
    law: 6,
    say: ({ stage, applications }) =>
      `${applications === 1 ? "An application stands" : `${applications} applications stand`} in the stage ${stage}, which the current plan does not have.`,
    lift: "Decide them there first, or adopt a plan that has this stage.",
  }),
  POST_STATE: error<{ state: "draft" | "published" | "unpublished" }>({
    kind: "conflict",
    say: ({ state }) => `This version of the post is ${state === "draft" ? "a draft" : state}.`,
    lift: "Look at the post as it is now.",
  }),
  POST_NOT_READY: error<{ missing: string[] }>({
    kind: "rule",
    law: 8,
    say: ({ missing }) => `The post still needs ${missing.join(", ")}.`,
    lift: "Complete the draft and publish it then.",
  }),
  POST_DUTIES: error<{ missing: { what: string; places: string }[] }>({
    kind: "rule",
    law: 8,
    say: ({ missing }) =>
      `The post does not yet say or keep what its places demand: ${missing.map(({ what, places }) => `${what} (${places})`).join("; ")}.`,
    lift: "The list of duties on the post's page says what each of them lacks.",
  }),
  ASKS_PAY_HISTORY: error<{ question: string; places: string }>({
    kind: "rule",
    law: 8,
    say: ({ question, places }) =>
      `“${question}” asks what someone earned before, which may not be asked in ${places}.`,
    lift: "Take the question out, or ask what pay they expect.",
  }),
  PAY_RANGE_REVERSED: error<{ fields: Record<string, string> }>({
    kind: "input",
    law: 8,
    say: ({ fields }) => Object.values(fields)[0] ?? "The range is reversed.",
  }),
} as const;
