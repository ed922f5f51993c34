import { whoIsNamed } from "../candidate/others.ts";
import { deny, type Denial } from "../errors.ts";

export type AskFacts = {
  /** As the candidate knows it. */
  state: string;
  onMerit: boolean;
  asked: boolean;
};

/** Feedback is asked for once, by who was rejected on merit and knows of it. */
export function whyNotAskFeedback({ state, onMerit, asked }: AskFacts): Denial | null {
  if (asked) return deny("FEEDBACK_ASKED", {});
  if (state !== "rejected") return deny("FEEDBACK_NOT_REJECTED", {});
  return onMerit ? null : deny("FEEDBACK_NOT_ON_MERIT", {});
}

/** It is written as long as it is owed: asked for, not sent, and the rejection still stands. */
export function whyNotWriteFeedback(
  state: string,
  feedback: { sent: boolean } | null,
): Denial | null {
  if (feedback === null) return deny("FEEDBACK_NOT_ASKED", {});
  if (feedback.sent) return deny("FEEDBACK_SENT", {});
  return state === "rejected" ? null : deny("FEEDBACK_REOPENED", {});
}

export type Written = { competency: string; text: string };
export type Judged = {
  /** What others wrote about the candidate. */
  texts: readonly string[];
  /** Who judged the candidate. */
  names: readonly string[];
  /** The job's other candidates. */
  others: readonly string[];
};

/**
 * What is sent says something, and in words of its author's own: it repeats nothing that somebody
 * else wrote about the candidate, and names nobody who judged them, nor another candidate.
 */
export function whyNotSendFeedback(words: readonly Written[], judged: Judged): Denial | null {
  if (words.every(({ text }) => text.trim() === "")) return deny("FEEDBACK_EMPTY", {});
  const runs = new Set(judged.texts.flatMap(runsOf));
  for (const { competency, text } of words) {
    if (runsOf(text).some((run) => runs.has(run))) return deny("FEEDBACK_COPIED", { competency });
    const name = namedIn(text, judged.names) ?? whoIsNamed(text, judged.others);
    if (name !== null) return deny("FEEDBACK_NAMES", { competency, name });
  }
  return null;
}

/** So many words in a row are nobody's by chance. */
const RUN = 8;

/** Every run of words in a text, as one writes them without case, accents and signs between. */
function runsOf(text: string): string[] {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_word, at) => words.slice(at, at + RUN).join(" "));
}

/** The first of these people whose whole name, first or last name stands in a text as a word. */
function namedIn(text: string, names: readonly string[]): string | null {
  const words = new Set(
    text
      .normalize("NFC")
      .split(/[^\p{L}\p{M}'’-]+/u)
      .map((word) => word.replace(/['’]s$/, "")),
  );
  const found = names.find((name) => {
    const parts = name.normalize("NFC").trim().split(/\s+/);
    const [first = "", last = ""] = [parts[0], parts.at(-1)];
    return words.has(first) || words.has(last);
  });
  return found ?? null;
}
