import type { BaselineView } from "@rubric/domain/baseline/schemas";
import type { Tone } from "../../ui/states.ts";

export const NONE_WORDS = {
  not_hired: {
    title: "No interviews belong to this membership",
    words:
      "A baseline comes from the interviews before a hire here. Your first review makes the beginning instead.",
  },
  no_notice: {
    title: "Your interviews are not used",
    words:
      "No privacy notice said before them that their ratings may become a baseline, so nothing of them is shown here, to you or to anybody. Your first review makes the beginning instead.",
  },
  nothing_rated: {
    title: "Nothing was rated that your framework knows",
    words:
      "Your interviews hold no submitted rating of a competency of your framework. Your first review makes the beginning instead.",
  },
} as const satisfies Record<NonNullable<BaselineView["none"]>, { title: string; words: string }>;

export const DUTY_WORDS = {
  interviewer: "An interviewer",
  hiring_manager: "The hiring manager",
  recruiter: "The recruiter",
} as const;

export const SIGHT_WORDS = {
  nothing: "nothing",
  ratings: "the ratings, without the words",
  ratings_and_evidence: "the ratings and the evidence",
} as const satisfies Record<BaselineView["managerSees"], string>;

/** The state of a baseline at an instant (ms since 1970) in a word, and what comes next in a sentence. */
export function stateOf(
  view: BaselineView,
  now: number,
): { word: string; tone: Tone; next: string } {
  const { mine, none, sealed, objection, openedAt, managerFrom, managerSees } = view;
  if (none !== null) return { word: "None", tone: "idle", next: "There is nothing to do here." };
  if (mine === "manager") {
    return sealed === null
      ? { word: "Open to you", tone: "good", next: "What the interviews showed before the hire." }
      : { word: "Not open", tone: "idle", next: "A baseline is the person's own first." };
  }
  if (objection !== null) {
    return {
      word: "Objected",
      tone: "over",
      next: "You objected: your manager sees nothing of it, and no plan or chart rests on it.",
    };
  }
  if (openedAt === null) {
    return {
      word: "Not opened",
      tone: "ready",
      next: "Look at what your interviews showed. Nobody else sees it before you do.",
    };
  }
  if (managerSees === "nothing" || managerFrom === null) {
    return {
      word: "Yours alone",
      tone: "good",
      next: "By the policy here your manager sees nothing.",
    };
  }
  return Date.parse(managerFrom) <= now
    ? { word: "Open to your manager", tone: "good", next: "You and your manager see it." }
    : {
        word: "Yours for now",
        tone: "running",
        next: "Read it in peace. Below you can let your manager see it early, with a remark of yours, or object to its use.",
      };
}
