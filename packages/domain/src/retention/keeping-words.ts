import type { LetterCtx } from "../mail/letter.ts";
import { dayWords } from "../mail/wording.ts";
import { type Keeping, keepingOf } from "./keeping.ts";

type Kept = Pick<Keeping, "why" | "until" | "verdict" | "bounds">;

/** How long an application is kept and why, to the person themselves. */
export function wordsToPerson(kept: Kept, day: (at: Date) => string): string {
  const on = kept.until === null ? "" : day(kept.until);
  const { lower, upper } = kept.bounds;
  switch (kept.why) {
    case "under_way":
      return "Kept while your application goes on.";
    case "hold":
      return "Kept for now because of a legal matter, in which nothing may be deleted. It is looked at again once that is over.";
    case "minimum":
      return `The law obliges us to keep this until ${on}: ${lower?.row.why ?? ""}. Until then it is locked away and nobody here reads it; then it is deleted.`;
    case "request":
      return "Deleted within a day, as you asked.";
    case "maximum":
      if (kept.until === null) return "Deleted within a day.";
      return upper?.byConsent === true
        ? `Kept until ${on}, as you agreed for the talent pool, then deleted.`
        : `Deleted on ${on}: longer we may not keep it (${upper?.row.why ?? ""}).`;
    case "policy":
      return kept.until === null ? "Deleted within a day." : `Deleted on ${on}, by our own rules.`;
    case "employed":
      return "Part of your file at work, and kept with it.";
    case "nothing":
      return "No date is set yet.";
  }
}

/** The same, to who leads the job or keeps the rules. */
export function wordsToStaff(kept: Kept, day: (at: Date) => string): string {
  const on = kept.until === null ? "today" : day(kept.until);
  const { lower, upper } = kept.bounds;
  switch (kept.why) {
    case "under_way":
      return "Kept while the application goes on.";
    case "hold":
      return "Legal hold: nothing is deleted until an admin lifts it.";
    case "minimum":
      return `Must be kept until ${on} (${lower?.row.why ?? ""}), locked away until then.`;
    case "request":
      return "Erased within a day: the person asked for it.";
    case "maximum":
      return upper?.byConsent === true
        ? `Kept until ${on} by the person's consent to the talent pool, then erased.`
        : `Erased ${on}: may be kept no longer (${upper?.row.why ?? ""}).`;
    case "policy":
      return `Erased ${on}, by the organization's own policy.`;
    case "employed":
      return "Kept with the file of whom you hired.";
    case "nothing":
      return "No date is set.";
  }
}

/** Lines of an e-mail to a person: each application that must stay, and until when. */
export async function keepingLines(
  ctx: Pick<LetterCtx, "read" | "org" | "clock" | "timeZone">,
  candidateId: string,
): Promise<{ label: string; value: string }[]> {
  // What must stay does not hang on the organization's own policy.
  const policy = { effects: () => [] };
  const keepings = await keepingOf({ ...ctx, policy }, [candidateId]);
  return keepings
    .filter((one) => one.verdict === "restrict")
    .map((one) => ({
      label: one.jobTitle,
      value: wordsToPerson(one, (at) => dayWords(at, ctx.timeZone)),
    }));
}
