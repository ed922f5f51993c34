import { keepingLines } from "../../retention/keeping-words.ts";
import type { Template } from "../letter.ts";

/** To who asked to be erased while something must stay: what, why, until when. The subject is the candidate. */
const kept: Template = async (ctx) => ({
  subject: `What you asked us to delete: ${ctx.org.name}`,
  paragraphs: [
    "You asked us to delete what we hold about you. What may be deleted is deleted.",
    "The law obliges us to keep the rest for now. It is locked away: nobody at our organization reads it, and it is deleted by itself as soon as the law allows.",
  ],
  facts: await keepingLines(ctx, ctx.recipient.id),
  action: { label: "Open your page", url: await ctx.ownPage() },
  after: ["There you can still get a copy of everything that is kept about you."],
});

/** Templates about how long a person's data is kept. */
export const retentionTemplates = {
  "retention.kept": kept,
} as const satisfies Record<string, Template>;
