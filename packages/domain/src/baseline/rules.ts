import { deny, type Denial } from "../errors.ts";

/** How much of a baseline the manager sees. */
export type Sight = "nothing" | "ratings" | "ratings_and_evidence";

/** One rating of an interview, as far as the question is asked whether it belongs to a baseline. */
export type EvidenceFacts = {
  /** Whether the interview is one of the application that was hired, and still is. */
  hired: boolean;
  /** When the candidate was told that ratings may become a baseline. */
  noticeAt: Date | null;
  startsAt: Date | null;
  interview: "planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled";
  /** `submitted` with a version that is not struck. */
  submitted: boolean;
  shadow: boolean;
  inFramework: boolean;
  rated: boolean;
};

/**
 * Law 10: a rating becomes part of a baseline only where the privacy notice said so before the
 * interview began, and where it counts at all: submitted, not struck, no shadow's.
 */
export function whyNotBaseline(facts: EvidenceFacts): Denial | null {
  const { hired, noticeAt, startsAt, interview, submitted, shadow, inFramework, rated } = facts;
  if (!hired) return deny("BASELINE_LEFT_OUT", { why: "not_hired" });
  if (startsAt === null || !["scheduled", "held"].includes(interview)) {
    return deny("BASELINE_LEFT_OUT", { why: "not_held" });
  }
  if (noticeAt === null || noticeAt >= startsAt) {
    return deny("BASELINE_LEFT_OUT", { why: "no_notice" });
  }
  if (!submitted) return deny("BASELINE_LEFT_OUT", { why: "not_submitted" });
  if (shadow) return deny("BASELINE_LEFT_OUT", { why: "shadow" });
  if (!inFramework) return deny("BASELINE_LEFT_OUT", { why: "other_framework" });
  return rated ? null : deny("BASELINE_LEFT_OUT", { why: "not_assessed" });
}

/** What the person did with their baseline, and whether there is one. */
export type BaselineFacts = {
  empty: boolean;
  openedAt: Date | null;
  sharedAt: Date | null;
  objectedAt: Date | null;
};

/** From when on the manager sees it, if the person does not object; null before they opened it. */
export function managerFrom(
  { openedAt, sharedAt }: Pick<BaselineFacts, "openedAt" | "sharedAt">,
  graceDays: number,
): Date | null {
  if (openedAt === null) return null;
  const over = new Date(openedAt.getTime() + graceDays * 86_400_000);
  return sharedAt !== null && sharedAt < over ? sharedAt : over;
}

/**
 * Law 10: the person sees their baseline first. The manager reads nothing of it before, nothing
 * after an objection, and cannot tell the one from the other, or from there being none.
 */
export function whyNotReadBaseline(
  facts: BaselineFacts,
  policy: { sees: Sight; graceDays: number },
  now: Date,
): Denial | null {
  const from = managerFrom(facts, policy.graceDays);
  const open =
    !facts.empty &&
    facts.objectedAt === null &&
    policy.sees !== "nothing" &&
    from !== null &&
    from <= now;
  return open ? null : deny("BASELINE_SEALED", {});
}

/** A baseline is opened once, by whom it is about. */
export function whyNotOpenBaseline({ empty, openedAt }: BaselineFacts): Denial | null {
  if (empty) return deny("BASELINE_EMPTY", {});
  return openedAt === null ? null : deny("BASELINE_OPENED", {});
}

/** Who lets their manager see it has seen it, and does not object. */
export function whyNotShareBaseline(facts: BaselineFacts): Denial | null {
  if (facts.empty) return deny("BASELINE_EMPTY", {});
  if (facts.openedAt === null) return deny("BASELINE_UNOPENED", {});
  return facts.objectedAt === null ? null : deny("BASELINE_OBJECTED", {});
}

/** One may object at any time, before having looked too, and once. */
export function whyNotObject({ empty, objectedAt }: BaselineFacts): Denial | null {
  if (empty) return deny("BASELINE_EMPTY", {});
  return objectedAt === null ? null : deny("BASELINE_OBJECTED", {});
}

/** Only an objection that stands is withdrawn. */
export function whyNotWithdrawObjection({ objectedAt }: BaselineFacts): Denial | null {
  return objectedAt === null ? deny("BASELINE_NOT_OBJECTED", {}) : null;
}
