import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";

export type PostFacts = {
  job: "draft" | "open" | "on_hold" | "closed";
  state: "draft" | "published" | "unpublished";
  /** A calendar day; the post is open to its end. */
  closingDate: string | null;
  /** The calendar day that it is where the organization is. */
  today: string;
};

/** Only published posts of open jobs, up to and on their closing date, are public. */
export function whyNotPublic(facts: PostFacts): Denial | null {
  const over = facts.closingDate !== null && facts.closingDate < facts.today;
  return facts.state === "published" && facts.job === "open" && !over
    ? null
    : deny("POST_CLOSED", {});
}

/**
 * One may apply by the version that one read: the published one, or one that it replaced not long
 * ago (law 8: the range that was read is the range that counts).
 */
export function whyNotApply(
  current: PostFacts | null,
  seen: { isCurrent: boolean; publishedAt: Date | null; unpublishedAt: Date | null },
  now: Date,
  limits: Pick<Limits, "seenPostHours">,
): Denial | null {
  if (current === null) return deny("POST_CLOSED", {});
  const closed = whyNotPublic(current);
  if (closed !== null || seen.isCurrent) return closed;
  const { publishedAt, unpublishedAt } = seen;
  const kept = limits.seenPostHours * 3_600_000;
  const fresh =
    publishedAt !== null &&
    unpublishedAt !== null &&
    now.getTime() - unpublishedAt.getTime() <= kept;
  return fresh ? null : deny("POST_CHANGED", {});
}

/** Each question that needs an answer has one. */
export function whyNotAnswered(
  questions: readonly { key: string; required: boolean }[],
  answers: readonly { key: string; answer: string }[],
): Denial | null {
  const given = new Map(answers.map(({ key, answer }) => [key, answer.trim()]));
  const missing = questions.filter(({ key, required }) => required && !given.get(key));
  if (missing.length === 0) return null;
  const fields = missing.map(({ key }) => [`answers.${key}`, "Please answer this."]);
  return deny("ANSWERS_MISSING", { fields: Object.fromEntries(fields) });
}

type ApplicationState = "active" | "on_hold" | "rejected" | "withdrawn" | "transferred" | "hired";

/**
 * Whether an application that goes on has come to its end for the candidate: our last offer to them
 * was declined, ran out or was withdrawn, and nothing is promised until another one is sent.
 */
export function endsByOffer(
  state: ApplicationState,
  /** Newest first. */
  offers: readonly { state: string }[],
): boolean {
  const [last] = offers;
  if (state !== "active" && state !== "on_hold") return false;
  return last?.state === "declined" || last?.state === "expired" || last?.state === "withdrawn";
}

/**
 * A candidate withdraws whenever they like, as long as the application goes on as far as they know:
 * a refusal would tell of a rejection before its e-mail.
 */
export function whyNotWithdrawOwn(known: ApplicationState): Denial | null {
  return known === "active" || known === "on_hold" ? null : deny("APPLICATION_OVER", {});
}

/** Law 10: a code is sent again and again, but not without end. */
export function whyNotSendCode(
  sentWithinHour: number,
  limits: Pick<Limits, "exportCodesPerHour">,
): Denial | null {
  return sentWithinHour < limits.exportCodesPerHour
    ? null
    : deny("EXPORT_CODES_MANY", { most: limits.exportCodesPerHour });
}

/** Who asked to be erased agrees to nothing that keeps them. */
export function whyNotJoinPool({ erasureAsked }: { erasureAsked: boolean }): Denial | null {
  return erasureAsked ? deny("ERASURE_RUNNING", {}) : null;
}

/** Law 10: one agrees to the words that one was shown. */
export function whyNotAgree(shown: string, now: string): Denial | null {
  return shown === now ? null : deny("POOL_TEXT_CHANGED", {});
}

/** A consent is taken back while there is one (law 10). */
export function whyNotLeavePool(consent: { given: boolean }): Denial | null {
  return consent.given ? null : deny("POOL_LEFT", {});
}

/** Law 7: nobody refers themselves; `own` are the addresses by which they are known here. */
export function whyNotRefer(email: string, own: readonly string[]): Denial | null {
  return own.includes(email) ? deny("REFERRED_ONESELF", {}) : null;
}

/** A file is claimed once, before it is cleared away. */
export function whyNotClaim(upload: { waits: boolean }): Denial | null {
  return upload.waits ? null : deny("UPLOAD_GONE", {});
}

/** Whether a member with these roles sees how people are reached, and may look for them by it. */
export function seesContact(roles: readonly string[]): boolean {
  return roles.includes("recruiter") || roles.includes("hiring_manager");
}
