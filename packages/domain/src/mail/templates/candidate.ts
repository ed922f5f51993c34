import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { mintCode } from "../../identity/codes.ts";
import { applicationFacts } from "../facts.ts";
import type { Template } from "../letter.ts";
import { dayWords } from "../wording.ts";

const KEEP =
  "This link is yours alone: whoever has it sees your application. You can ask for a new one at any time.";

/** Sent when an application came in. The subject is the application. */
const applied: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (about === null) return null;
  return {
    subject: `Your application: ${about.jobTitle} at ${ctx.org.name}`,
    paragraphs: [
      `Thank you for applying for ${about.jobTitle}. Your application has arrived and a person will read it.`,
      ...(about.nextWordAt === null
        ? []
        : [`You will hear from us by ${dayWords(about.nextWordAt, ctx.timeZone)} at the latest.`]),
      "Your own page shows where you stand, what each step looks at, and what you can do next.",
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
    after: [KEEP],
  };
};

/** Sent when someone asked for a link to their page. The subject is the candidate. */
const link: Template = async (ctx) => ({
  subject: `Your link to ${ctx.org.name}`,
  paragraphs: ["Here is the link to your page that was asked for."],
  action: { label: "Open your page", url: await ctx.ownPage() },
  after: [KEEP, "If you did not ask for it, you can ignore this e-mail; nothing has changed."],
});

/** Sent when a member added someone as a candidate. The subject is the application. */
const added: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (about === null) return null;
  return {
    subject: `${ctx.org.name} would like to consider you: ${about.jobTitle}`,
    paragraphs: [
      `Someone at ${ctx.org.name} added you as a candidate for ${about.jobTitle}.`,
      "Your own page shows what we hold about you and what happens next. There you can also withdraw, or have everything deleted.",
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
    after: [KEEP],
  };
};

/**
 * Sent to the address that a person applied with when the invitation of the hired went to another one:
 * who accepts it reads what the interviews showed. The subject is the application.
 */
const invitedElsewhere: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  const [invited] = await ctx.read
    .select({ email: member.email })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        eq(member.candidateId, ctx.recipient.id),
        eq(member.state, "invited"),
      ),
    );
  if (about === null || invited === undefined || invited.email === null) return null;
  return {
    subject: `Your invitation to ${ctx.org.name} went to another address`,
    paragraphs: [
      `You were hired for ${about.jobTitle} and are invited to join ${ctx.org.name} on Rubric. The invitation went to ${invited.email}.`,
      "If that address is not yours, tell who hired you soon: whoever accepts the invitation can read what your interviews showed.",
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
    after: [KEEP],
  };
};

/** Sent when a candidate's request to have something arranged was answered. The subject is the application. */
const adjustmentAnswered: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (about === null) return null;
  return {
    subject: `What you asked us to arrange: ${about.jobTitle}`,
    paragraphs: [
      "You asked us to arrange something for you. We have, and your page says what.",
      "Whoever interviews you is told what to do and never why.",
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
  };
};

/** Sent instead when there was an application to this job already. The subject is the candidate. */
const appliedAgain: Template = async (ctx) => ({
  subject: `Your application at ${ctx.org.name}`,
  paragraphs: [
    "An application with your address came in for a job to which you have applied already. The one that we have goes on as it is; nothing in it has changed.",
  ],
  action: { label: "Open your page", url: await ctx.ownPage() },
  after: [KEEP, "If it was not you, you can ignore this e-mail."],
});

/** Sent when a candidate wants a copy of their data: proves that it is them (law 10). The subject is the candidate. */
const exportCode: Template = async (ctx) => {
  const minutes = ctx.limits.exportCodeMinutes;
  const owner = { orgId: ctx.org.id, subjectId: ctx.recipient.id, at: ctx.clock, minutes };
  return {
    subject: `Your code for ${ctx.org.name}`,
    paragraphs: [
      "You asked for a copy of everything that is held about you. This code proves that it is you who asks.",
    ],
    facts: [
      { label: "Code", value: await mintCode(ctx.tx, owner) },
      { label: "Good for", value: `${minutes} minutes` },
    ],
    after: [
      "Type it in on your page, where you asked for it. We never ask for it by telephone or e-mail. If you did not ask for it, you can ignore this.",
    ],
  };
};

/** Tells a job's recruiter that someone may take no part any more. The subject is the application. */
const relationDeclared: Template = async (ctx) => {
  const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (about === null) return null;
  return {
    subject: `A relation was declared: ${about.candidateName}, ${about.jobTitle}`,
    paragraphs: [
      `Someone declared that they know ${about.candidateName}. They take no part in judging this application from now on; who it is stands on its page.`,
      "If an interview was planned with them, please ask someone else.",
    ],
    action: { label: "Open the application", url: ctx.pages.application(about.applicationId) },
  };
};

/** Templates about a candidate's own page. */
export const candidateTemplates = {
  "candidate.applied": applied,
  "candidate.added": added,
  "candidate.invitedElsewhere": invitedElsewhere,
  "candidate.link": link,
  "candidate.adjustmentAnswered": adjustmentAnswered,
  "candidate.appliedAgain": appliedAgain,
  "candidate.exportCode": exportCode,
  "candidate.relationDeclared": relationDeclared,
} as const satisfies Record<string, Template>;
