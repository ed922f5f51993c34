import { application, privacyNotice } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { keepingLines } from "../../retention/keeping-words.ts";
import { applicationFacts } from "../facts.ts";
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

/** The privacy notice, to who was added or referred by somebody else (GDPR 14). The subject is the application. */
const notice: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  const [sent] = await ctx.read
    .select({ text: privacyNotice.text, source: application.source })
    .from(privacyNotice)
    .innerJoin(
      application,
      and(
        eq(application.orgId, privacyNotice.orgId),
        eq(application.id, privacyNotice.applicationId),
      ),
    )
    .where(
      and(eq(privacyNotice.orgId, ctx.org.id), eq(privacyNotice.applicationId, ctx.subjectId)),
    );
  if (about === null || sent === undefined) return null;
  return {
    subject: `What ${ctx.org.name} does with your data`,
    paragraphs: [
      `${sent.source === "referred" ? "Somebody who works here recommended you" : "Somebody at our organization added you"} for ${about.jobTitle}, so we hold data about you that did not come from you: your name, how to reach you, and what we were told of your work.`,
      "We use it to consider you for this job. You can see all of it on your page, have it put right, object to its use, get a copy of it or have it deleted. You may also complain to your data protection authority.",
      ...sent.text.split(/\n{2,}/).filter((part) => part.trim() !== ""),
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
    after: ["Your page also says how long we keep this."],
  };
};

/** Templates about how long a person's data is kept. */
export const retentionTemplates = {
  "retention.kept": kept,
  "retention.notice": notice,
} as const satisfies Record<string, Template>;
