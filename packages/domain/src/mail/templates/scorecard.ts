import { scorecardFacts } from "../facts.ts";
import type { Letter, LetterCtx, Template } from "../letter.ts";

type Owed = NonNullable<Awaited<ReturnType<typeof scorecardFacts>>>;

/** A letter about the scorecard that is its subject, while it is owed. */
function whileOwed(write: (owed: Owed, ctx: LetterCtx) => Letter): Template {
  return async (ctx) => {
    const owed = await scorecardFacts(ctx.read, ctx.org.id, ctx.subjectId);
    if (owed === null || (owed.card.state !== "assigned" && owed.card.state !== "draft")) {
      return null;
    }
    return write(owed, ctx);
  };
}

const owed = whileOwed(({ about }, ctx) => ({
  subject: `Your scorecard: ${about.application.candidateName}, ${about.name}`,
  paragraphs: [
    `You interviewed ${about.application.candidateName} (${about.name}, ${about.application.jobTitle}). Your scorecard is still open.`,
    "It takes about ten minutes while the talk is fresh, and others' scorecards stay sealed to you until yours is in.",
  ],
  action: { label: "Write the scorecard", url: ctx.pages.kit(about.interview.id) },
}));

/** To whom the deadline goes when its owner lets it pass (law 11). */
const overdue = whileOwed(({ about, author }, ctx) => ({
  subject: `Overdue: the scorecard of ${author} on ${about.application.candidateName}`,
  paragraphs: [
    `${author} was reminded twice of the scorecard on ${about.application.candidateName} (${about.name}, ${about.application.jobTitle}). It is still not in, and the candidate waits for an answer that needs it.`,
    "Talk to them. If they cannot write it, you can excuse them with a reason.",
  ],
  action: {
    label: "Open the application",
    url: ctx.pages.application(about.application.applicationId),
  },
}));

/** Templates about scorecards; the subject is the scorecard. */
export const scorecardTemplates = {
  "scorecard.owed": owed,
  "scorecard.overdue": overdue,
} as const satisfies Record<string, Template>;
