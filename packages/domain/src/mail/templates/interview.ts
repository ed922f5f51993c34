import { applicationEvent, scorecard } from "@rubric/db/schema";
import { and, desc, eq, ne } from "drizzle-orm";
import { interviewCalendar } from "../interview-calendar.ts";
import { placeNames } from "../../region/names.ts";
import { interviewFacts, type InterviewFacts, invitationRanges } from "../facts.ts";
import type { Letter, LetterCtx, Template } from "../letter.ts";
import { listWords, moneyWords, whenWords } from "../wording.ts";

/** A letter about the interview that is its subject, worded for whoever gets it. */
function about(write: (found: InterviewFacts, ctx: LetterCtx) => Promise<Letter | null>): Template {
  return async (ctx) => {
    const found = await interviewFacts(ctx.read, ctx.org.id, ctx.subjectId);
    return found === null ? null : write(found, ctx);
  };
}

/** The calendar file of an interview that has a time. */
function calendar(found: InterviewFacts, ctx: LetterCtx, method: "REQUEST" | "CANCEL") {
  const file = interviewCalendar(found, ctx, method);
  return file === null ? {} : { calendar: file };
}

/** Whether whoever gets the letter is still to come: a member may have been replaced meanwhile. */
async function isInvited(found: InterviewFacts, ctx: LetterCtx): Promise<boolean> {
  if (ctx.recipient.kind === "candidate") return true;
  const seats = await ctx.read
    .select({ id: scorecard.id })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.interviewId, found.interview.id),
        eq(scorecard.authorId, ctx.recipient.id),
        ne(scorecard.state, "void"),
      ),
    );
  return seats.length > 0;
}

/** How long it takes: as scheduled, as proposed, or as the plan says. */
function minutesOf({ interview, minutes }: InterviewFacts): number {
  if (interview.startsAt !== null && interview.endsAt !== null) {
    return Math.round((interview.endsAt.getTime() - interview.startsAt.getTime()) / 60_000);
  }
  return interview.proposal?.minutes ?? minutes;
}

function times(found: InterviewFacts, ctx: LetterCtx) {
  const { startsAt, place } = found.interview;
  return [
    ...(startsAt === null ? [] : [{ label: "When", value: whenWords(startsAt, ctx.timeZone) }]),
    { label: "How long", value: `${minutesOf(found)} minutes` },
    ...(place === "" ? [] : [{ label: "Where", value: place }]),
  ];
}

/** Law 8: the invitation carries each range that it must and that was not shown before. */
async function range(found: InterviewFacts, ctx: LetterCtx) {
  const shown = await invitationRanges(ctx.read, ctx.org.id, found.application.applicationId);
  return shown.map(({ region, minMinor, maxMinor, currency }) => ({
    label: region === null ? "Pay range of the job" : `Pay range in ${placeNames([region])}`,
    value: `${moneyWords(minMinor, currency)} to ${moneyWords(maxMinor, currency)}`,
  }));
}

const candidateFacts = async (found: InterviewFacts, ctx: LetterCtx) => [
  ...times(found, ctx),
  ...(found.interviewers.length === 0
    ? []
    : [{ label: "With", value: listWords(found.interviewers) }]),
  ...(await range(found, ctx)),
];

const memberFacts = (found: InterviewFacts, ctx: LetterCtx) => [
  { label: "Candidate", value: found.application.candidateName },
  { label: "Job", value: found.application.jobTitle },
  ...times(found, ctx),
];

const preparing = (found: InterviewFacts) => [
  ...(found.assesses === "" ? [] : [`It looks at: ${found.assesses}`]),
  ...(found.tip === "" ? [] : [`How to prepare: ${found.tip}`]),
];

const scheduled = about(async (found, ctx) => {
  if (found.interview.state !== "scheduled" || !(await isInvited(found, ctx))) return null;
  if (ctx.recipient.kind === "member") {
    return {
      subject: `Interview: ${found.application.candidateName}, ${found.name}`,
      paragraphs: [
        "You are asked to interview a candidate. The kit has the criteria, the questions and the time for each.",
      ],
      facts: memberFacts(found, ctx),
      action: { label: "Open the kit", url: ctx.pages.kit(found.interview.id) },
      ...calendar(found, ctx, "REQUEST"),
    };
  }
  return {
    subject: `Your interview: ${found.name}, ${found.application.jobTitle}`,
    paragraphs: [`Your interview for ${found.application.jobTitle} is set.`, ...preparing(found)],
    facts: await candidateFacts(found, ctx),
    ...calendar(found, ctx, "REQUEST"),
    action: { label: "Open your page", url: await ctx.ownPage() },
    after: [
      "If something should be arranged for you, or the time no longer works, tell us on your page.",
    ],
  };
});

const moved = about(async (found, ctx) => {
  if (found.interview.state !== "scheduled" || !(await isInvited(found, ctx))) return null;
  if (ctx.recipient.kind === "member") {
    return {
      subject: `Moved: ${found.application.candidateName}, ${found.name}`,
      paragraphs: ["An interview of yours has changed. This is how it stands now."],
      facts: memberFacts(found, ctx),
      action: { label: "Open the kit", url: ctx.pages.kit(found.interview.id) },
      ...calendar(found, ctx, "REQUEST"),
    };
  }
  return {
    subject: `Changed: your interview for ${found.application.jobTitle}`,
    paragraphs: ["Your interview has changed. This is how it stands now; the earlier one is off."],
    facts: await candidateFacts(found, ctx),
    ...calendar(found, ctx, "REQUEST"),
    action: { label: "Open your page", url: await ctx.ownPage() },
  };
});

const cancelled = about(async (found, ctx) => {
  if (ctx.recipient.kind === "member") {
    return {
      subject: `Cancelled: ${found.application.candidateName}, ${found.name}`,
      paragraphs: [
        "This interview does not take place, or you are no longer part of it. You need to do nothing.",
      ],
      facts: memberFacts(found, ctx),
      ...calendar(found, ctx, "CANCEL"),
    };
  }
  return {
    subject: `Cancelled: your interview for ${found.application.jobTitle}`,
    paragraphs: [
      `The interview "${found.name}" does not take place. You need to do nothing; your page says what comes next.`,
    ],
    action: { label: "Open your page", url: await ctx.ownPage() },
    ...calendar(found, ctx, "CANCEL"),
  };
});

const proposed = about(async (found, ctx) => {
  if (found.interview.state !== "proposed") return null;
  return {
    subject: `Choose a time: ${found.name}, ${found.application.jobTitle}`,
    paragraphs: [
      `We would like to talk with you about ${found.application.jobTitle}. Please choose the time that suits you best.`,
      ...preparing(found),
    ],
    facts: [
      { label: "How long", value: `${minutesOf(found)} minutes` },
      ...found.interview.proposedTimes.map((time, index) => ({
        label: `Time ${index + 1}`,
        value: whenWords(new Date(time), ctx.timeZone),
      })),
      ...(await range(found, ctx)),
    ],
    action: { label: "Choose a time", url: await ctx.ownPage() },
    after: ["If none of them works, say so on your page and we will look for others."],
  };
});

/** To both: who was to interview has as many that week as the policy allows, somebody else takes it. */
const passedOn = about(async (found, ctx) => {
  const lines = await ctx.read
    .select({ facts: applicationEvent.facts })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, ctx.org.id),
        eq(applicationEvent.applicationId, found.application.applicationId),
        eq(applicationEvent.kind, "interview.passed_on"),
      ),
    )
    .orderBy(desc(applicationEvent.at), desc(applicationEvent.id));
  const { id } = ctx.recipient;
  const line = lines.find(
    ({ facts }) =>
      facts["interviewId"] === found.interview.id &&
      (facts["outId"] === id || facts["inId"] === id),
  );
  if (line === undefined) return null;
  const { outId } = line.facts;
  const [from, to] = [String(line.facts["out"]), String(line.facts["in"])];
  const left = outId === id;
  return {
    subject: left
      ? `Taken off your hands: ${found.name}, ${found.application.jobTitle}`
      : `In place of ${from}: ${found.name}, ${found.application.jobTitle}`,
    paragraphs: [
      left
        ? `You have as many interviews in that week as are allowed, so ${to} holds this one. There is nothing for you to do.`
        : `${from} has as many interviews in that week as are allowed, so this one comes to you. The invitation with the kit comes as soon as its time is set.`,
    ],
    facts: times(found, ctx),
    action: { label: "Open your interviews", url: ctx.pages.home() },
  };
});

/** Templates about interviews; the subject is the interview. */
export const interviewTemplates = {
  "interview.scheduled": scheduled,
  "interview.moved": moved,
  "interview.cancelled": cancelled,
  "interview.proposed": proposed,
  "interview.passedOn": passedOn,
} as const satisfies Record<string, Template>;
