import { deadlineFacts } from "../../deadline/mail-facts.ts";
import type { Letter, LetterCtx, Template } from "../letter.ts";

type Open = NonNullable<Awaited<ReturnType<typeof deadlineFacts>>>;

/** A letter about the deadline that is its subject, while it is open. */
function whileOpen(write: (about: Open) => Pick<Letter, "subject" | "paragraphs">): Template {
  return async (ctx: LetterCtx) => {
    const about = await deadlineFacts(ctx);
    if (about === null) return null;
    return {
      ...write(about),
      facts: [
        { label: "Due", value: about.due },
        ...(about.job === null ? [] : [{ label: "Job", value: about.job }]),
        ...(about.because === null ? [] : [{ label: "Set by", value: about.because }]),
      ],
      action: { label: "See your deadlines", url: ctx.pages.deadlines() },
    };
  };
}

/** Templates about deadlines (law 11); the subject is the deadline. */
export const deadlineTemplates = {
  "deadline.near": whileOpen(({ what }) => ({
    subject: `Due soon: ${what}`,
    paragraphs: [`${what}.`, "Nobody else is reminded of it before it is late."],
  })),
  "deadline.late": whileOpen(({ what, owner }) => ({
    subject: `Late: ${what}`,
    paragraphs: [
      `This is late: ${what}.`,
      owner === null
        ? "It is yours to do."
        : `It is with ${owner}. Talk to them, or take it over with a reason.`,
    ],
  })),
  "deadline.given": whileOpen(({ what, reason }) => ({
    subject: `Given to you: ${what}`,
    paragraphs: [`${what}.`, `It was given to you, with this reason: ${reason}`],
  })),
} as const satisfies Record<string, Template>;
