import { applicationFacts } from "../facts.ts";
import type { Template } from "../letter.ts";

/** Says that feedback is there, and nothing of it: it is read on the page alone. */
const waits: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (about === null) return null;
  return {
    subject: `An answer waits for you: ${about.jobTitle}`,
    paragraphs: [
      `You asked us for feedback on your application for ${about.jobTitle}. Somebody of the team has written it for you.`,
      "It stands on your page and nowhere else. From there you can also make a plan of it.",
    ],
    action: { label: "Read it on your page", url: await ctx.ownPage() },
  };
};

/** Templates about feedback after a rejection. */
export const feedbackTemplates = {
  "feedback.waits": waits,
} as const satisfies Record<string, Template>;
