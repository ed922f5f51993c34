import { applicationFacts, messageFacts } from "../facts.ts";
import { poolSettings } from "../../retention/pool.ts";
import type { Letter, LetterCtx, Template } from "../letter.ts";
import { dayWords } from "../wording.ts";

type About = NonNullable<Awaited<ReturnType<typeof applicationFacts>>>;

/** A letter about one application, which is its subject. */
function aboutIt(write: (about: About, ctx: LetterCtx) => Promise<Letter | null>): Template {
  return async (ctx) => {
    const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
    return about === null ? null : write(about, ctx);
  };
}

const nextWord = (about: Pick<About, "nextWordAt">, ctx: LetterCtx) =>
  about.nextWordAt === null
    ? []
    : [`You will hear from us again by ${dayWords(about.nextWordAt, ctx.timeZone)} at the latest.`];

/** Says nothing of the grounds: they are read and asked for in a talk, not in an e-mail. */
const rejected = aboutIt(async (about, ctx) =>
  about.state === "rejected"
    ? {
        subject: `Your application: ${about.jobTitle}`,
        paragraphs: [
          `Thank you for the time you gave to your application for ${about.jobTitle}.`,
          "We have decided not to go on with it. This is about this job and this moment, and we know it is not the answer you hoped for.",
          "On your page you can still see the steps you took, get a copy of your data, or have it deleted.",
          ...((await poolSettings(ctx)).askAtRejection
            ? [
                "If you would like to hear from us of other jobs, you can agree on your page that we keep your application in our talent pool. It is up to you, and you can take it back there at any time.",
              ]
            : []),
        ],
        action: { label: "Open your page", url: await ctx.ownPage() },
        after: ["We wish you well for what comes next."],
      }
    : null,
);

const advanced = aboutIt(async (about, ctx) => {
  if (about.state !== "active") return null;
  return {
    subject: `Next step: ${about.jobTitle}`,
    paragraphs: [
      `Good news: your application for ${about.jobTitle} goes on. The next step is ${about.stageName}.`,
      "Your page says what this step looks at and how to prepare. Nothing in it is a trick.",
      ...nextWord(about, ctx),
    ],
    action: { label: "See the next step", url: await ctx.ownPage() },
  };
});

const onHold = aboutIt(async (about, ctx) => {
  if (about.state !== "on_hold") return null;
  return {
    subject: `A pause: ${about.jobTitle}`,
    paragraphs: [
      `Your application for ${about.jobTitle} is paused for the moment. It is not a no, and nothing is asked of you.`,
      ...nextWord(about, ctx),
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
  };
});

const withdrawn = aboutIt(async (about, ctx) => ({
  subject: `Withdrawn: ${about.jobTitle}`,
  paragraphs: [
    `Your application for ${about.jobTitle} is withdrawn. You need to do nothing else, and interviews that were planned are cancelled.`,
    "Thank you for letting us know. On your page you can get a copy of your data or have it deleted.",
  ],
  action: { label: "Open your page", url: await ctx.ownPage() },
}));

const transferred = aboutIt(async (about, ctx) => {
  if (about.state !== "active") return null;
  return {
    subject: `Your application now: ${about.jobTitle}`,
    paragraphs: [
      `As we agreed, we consider you for ${about.jobTitle} from now on. What you sent us came along; you need to do nothing.`,
      ...nextWord(about, ctx),
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
  };
});

/** What somebody of the team wrote to the candidate. The subject is the message in the timeline. */
const message: Template = async (ctx) => {
  const found = await messageFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (found === null || ctx.recipient.kind !== "candidate") return null;
  const { about, by, text, nextWordAt } = found;
  return {
    subject: `A message about your application: ${about.jobTitle}`,
    paragraphs: [
      `${by} wrote to you about your application for ${about.jobTitle}:`,
      ...text.split(/\n\s*\n/),
      ...nextWord({ nextWordAt }, ctx),
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
  };
};

/** Tells the recruiter that a candidate asked for something; what it is stands on the page only (law 17). */
const adjustmentAsked = aboutIt(async (about, ctx) => ({
  subject: `Please arrange: ${about.candidateName}, ${about.jobTitle}`,
  paragraphs: [
    `${about.candidateName} asks you to arrange something for the next steps. What it is stands on the application's page, for you alone.`,
  ],
  action: { label: "Open the application", url: ctx.pages.application(about.applicationId) },
}));

/** Tells the recruiter that a candidate asked something; what it is stands on the page only. */
const asked = aboutIt(async (about, ctx) => ({
  subject: `A question: ${about.candidateName}, ${about.jobTitle}`,
  paragraphs: [
    `${about.candidateName} asks you something about their application. What it is stands on the application's page.`,
    about.state === "active" || about.state === "on_hold"
      ? "You can write back there."
      : "The application has ended meanwhile, and the e-mail that says so is on its way.",
  ],
  action: { label: "Open the application", url: ctx.pages.application(about.applicationId) },
}));

/** Templates about an application. */
export const applicationTemplates = {
  "application.rejected": rejected,
  "application.advanced": advanced,
  "application.message": message,
  "application.onHold": onHold,
  "application.withdrawn": withdrawn,
  "application.transferred": transferred,
  "application.adjustmentAsked": adjustmentAsked,
  "application.asked": asked,
} as const satisfies Record<string, Template>;
