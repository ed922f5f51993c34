import { allowsDuty, type TeamDuty } from "../duties.ts";
import { deny, type Denial } from "../errors.ts";
import type { PostContent, PostStatements } from "./schemas.ts";

export type JobState = "draft" | "open" | "on_hold" | "closed";
export type PostState = "draft" | "published" | "unpublished";
export type OpeningState = "open" | "reserved" | "filled" | "closed";
export type JobCommand = "open" | "hold" | "resume" | "close" | "reopen";

/** From which states each command takes a job, and to which. */
export const JOB_MOVES = {
  open: { from: ["draft"], to: "open" },
  hold: { from: ["open"], to: "on_hold" },
  resume: { from: ["on_hold"], to: "open" },
  close: { from: ["open", "on_hold"], to: "closed" },
  reopen: { from: ["closed"], to: "open" },
} as const satisfies Record<JobCommand, { from: readonly JobState[]; to: JobState }>;

/** Whether the job's state allows the command at all. */
export function whyNotMoveJob(command: JobCommand, state: JobState): Denial | null {
  const from: readonly JobState[] = JOB_MOVES[command].from;
  return from.includes(state) ? null : deny("JOB_STATE", { state });
}

/** A closed job is only looked at and reopened. */
export function whyNotChangeJob(state: JobState): Denial | null {
  return state === "closed" ? deny("JOB_STATE", { state }) : null;
}

export type ReadyFacts = {
  /** Criteria of the current plan that are not withdrawn. */
  criteria: number;
  /** Interviews of the current plan. */
  interviews: number;
  draftPlan: boolean;
  recruiters: number;
  managers: number;
  openOpenings: number;
  post: "none" | "published" | "ready" | readonly string[];
};

export type ChecklistItem = {
  key: "rubric" | "plan" | "team" | "opening" | "post";
  done: boolean;
  sentence: string;
};

/** The five things a job needs before candidates see it: what is missing, and why it is needed. */
export function checklist(facts: ReadyFacts): ChecklistItem[] {
  const item = (key: ChecklistItem["key"], done: boolean, yes: string, no: string) => ({
    key,
    done,
    sentence: done ? yes : no,
  });
  const waits = facts.draftPlan ? "is written, but not adopted yet" : "is missing";
  const unnamed = [
    ...(facts.recruiters === 0 ? ["a recruiter"] : []),
    ...(facts.managers === 0 ? ["a hiring manager"] : []),
  ].join(" and ");
  return [
    item(
      "rubric",
      facts.criteria > 0,
      "The rubric says what everyone is judged by.",
      `The rubric ${waits}: without criteria nobody can be judged alike.`,
    ),
    item(
      "plan",
      facts.interviews > 0,
      "The interview plan says who is asked what, and when.",
      `The interview plan ${waits}: candidates are told each step before they apply.`,
    ),
    item(
      "team",
      unnamed === "",
      "Recruiter and hiring manager are named.",
      `The team lacks ${unnamed || "nobody"}: one keeps the process, the other decides.`,
    ),
    item(
      "opening",
      facts.openOpenings > 0,
      "There is a seat to fill.",
      "No opening is open: an offer needs a seat to reserve.",
    ),
    postItem(facts.post),
  ];
}

function postItem(post: ReadyFacts["post"]): ChecklistItem {
  if (post === "published") {
    return { key: "post", done: true, sentence: "The post is public." };
  }
  if (post === "ready") {
    return { key: "post", done: true, sentence: "The post is written and can be published." };
  }
  const sentence =
    post === "none"
      ? "No post is written: it is what candidates read, with the pay range."
      : `The post still needs ${post.join(", ")}.`;
  return { key: "post", done: false, sentence };
}

/** draft → open: rubric, plan, recruiter and hiring manager, an open opening (STATES, job). */
export function whyNotOpen(state: JobState, facts: ReadyFacts): Denial | null {
  const wrong = whyNotMoveJob("open", state);
  if (wrong !== null) return wrong;
  const missing = checklist(facts).filter((item) => !item.done && item.key !== "post");
  return missing.length === 0
    ? null
    : deny("JOB_NOT_READY", { missing: missing.map((item) => item.sentence) });
}

/** open, on hold → closed: no offer out, each application ended. */
export function whyNotClose(
  state: JobState,
  facts: { applications: number; offers: number },
): Denial | null {
  const wrong = whyNotMoveJob("close", state);
  if (wrong !== null) return wrong;
  return facts.applications + facts.offers === 0 ? null : deny("JOB_NOT_ENDED", facts);
}

/** closed → open: with a seat to fill. */
export function whyNotReopen(state: JobState, openOpenings: number): Denial | null {
  const wrong = whyNotMoveJob("reopen", state);
  if (wrong !== null) return wrong;
  return openOpenings > 0 ? null : deny("OPENING_NEEDED", {});
}

/** open → closed; what an offer reserved or filled is not taken away. */
export function whyNotCloseOpening(state: OpeningState): Denial | null {
  return state === "open" ? null : deny("OPENING_STATE", { state });
}

/** What a post lacks before it may be published, beside having ranges; `today` is the organization's day. */
export function postLacks(
  post: Omit<PostContent, "questions" | "workplace">,
  today: string,
): string[] {
  return [
    ...(post.title.trim() === "" ? ["a title"] : []),
    ...(post.body.trim() === "" ? ["a text"] : []),
    ...(post.locations.length === 0 ? ["a place"] : []),
    ...(post.privacyNotice.trim() === "" ? ["a privacy notice"] : []),
    ...(post.closingDate === null
      ? ["a closing date"]
      : post.closingDate < today
        ? ["a closing date that is not past"]
        : []),
    ...(reversedRanges(post.pay, post.statements.regionalPay).length === 0
      ? []
      : ["ranges that run from the lower to the higher amount"]),
  ];
}

/** draft, unpublished → published: what its regions demand (law 8), and a job that is open. */
export function whyNotPublish(
  post: { state: PostState; lacks: readonly string[] },
  jobState: JobState,
): Denial | null {
  if (post.state === "published") return deny("POST_STATE", { state: post.state });
  if (jobState !== "open") return deny("JOB_STATE", { state: jobState });
  return post.lacks.length === 0 ? null : deny("POST_NOT_READY", { missing: [...post.lacks] });
}

/** published → unpublished. */
export function whyNotUnpublish(state: PostState): Denial | null {
  return state === "published" ? null : deny("POST_STATE", { state });
}

/** Each range of a post, its own and those of places, runs from the lower to the higher amount. */
export function whyNotRanges(
  pay: PostContent["pay"],
  regionalPay: PostStatements["regionalPay"],
): Denial | null {
  const reversed = reversedRanges(pay, regionalPay);
  if (reversed.length === 0) return null;
  const sentence = "The range's upper end lies below its lower end.";
  const fields = reversed.map((path) => [`post.${path}.maxMinor`, sentence]);
  return deny("PAY_RANGE_REVERSED", { fields: Object.fromEntries(fields) });
}

/** Where in a post a range runs from the higher to the lower amount. */
function reversedRanges(
  pay: PostContent["pay"],
  regionalPay: PostStatements["regionalPay"],
): string[] {
  const ranges = [
    { path: "pay", range: pay },
    ...regionalPay.map((range, n) => ({ path: `statements.regionalPay.${n}`, range })),
  ];
  return ranges.flatMap(({ path, range }) =>
    range !== null && range.minMinor > range.maxMinor ? [path] : [],
  );
}

export type TeamSeatFacts = {
  memberId: string;
  name: string;
  active: boolean;
  roles: readonly string[];
  duty: TeamDuty;
};

/** A team names a recruiter and a hiring manager, all of them active and with a fitting role. */
export function whyNotTeam(team: readonly TeamSeatFacts[]): Denial | null {
  const missing = (["recruiter", "hiring_manager"] as const).filter(
    (duty) => !team.some((seat) => seat.duty === duty),
  );
  if (missing.length > 0) return deny("TEAM_INCOMPLETE", { missing: [...missing] });
  for (const { name, active, roles, duty } of team) {
    if (!active) return deny("TEAM_MEMBER", { name, why: "inactive", duty });
    if (!allowsDuty(roles, duty)) return deny("TEAM_MEMBER", { name, why: "role", duty });
  }
  return null;
}

export type MoveFacts = {
  /** Running applications pinned to an earlier plan. */
  pinned: number;
  asked: { byId: string; by: string } | null;
};

/** Asking to move the pinned: once, and only if there are any (law 6). */
export function whyNotAskMove(facts: MoveFacts): Denial | null {
  if (facts.asked !== null) return deny("MOVE_ASKED", { by: facts.asked.by });
  return facts.pinned > 0 ? null : deny("MOVE_NEEDLESS", {});
}

/** Moving the pinned: asked for by someone else (law 6). */
export function whyNotMovePinned(facts: MoveFacts, actorId: string): Denial | null {
  if (facts.asked === null) return deny("MOVE_NOT_ASKED", {});
  if (facts.asked.byId === actorId) return deny("MOVE_SECOND_PERSON", {});
  return facts.pinned > 0 ? null : deny("MOVE_NEEDLESS", {});
}

/** A job is of a level that its framework's newest published version has. */
export function whyNotLevel(levels: readonly string[], key: string): Denial | null {
  return levels.includes(key) ? null : deny("JOB_LEVEL_UNKNOWN", { key });
}

/** Ticked are tasks of the list. */
export function whyNotTasks(ticked: readonly string[], known: readonly string[]): Denial | null {
  const unknown = ticked.find((key) => !known.includes(key));
  return unknown === undefined ? null : deny("TASK_UNKNOWN", { key: unknown });
}
