import { exceptionFacts, offerFacts } from "../facts.ts";
import type { Letter, LetterCtx, Template } from "../letter.ts";
import { whenWords } from "../wording.ts";

type Offered = NonNullable<Awaited<ReturnType<typeof offerFacts>>>;

/** A letter about the offer that is its subject. */
function about(write: (offered: Offered, ctx: LetterCtx) => Promise<Letter | null>): Template {
  return async (ctx) => {
    const offered = await offerFacts(ctx.read, ctx.org.id, ctx.subjectId);
    return offered === null ? null : write(offered, ctx);
  };
}

const sent = about(async ({ offer, about: to }, ctx) =>
  offer.state === "sent"
    ? {
        subject: `Our offer: ${to.jobTitle} at ${ctx.org.name}`,
        paragraphs: [
          `We would love to work with you, and we are glad to offer you the job: ${to.jobTitle}.`,
          "Your page has the whole offer. There you can accept it, decline it, or ask for a change; asking is not declining.",
        ],
        facts: [{ label: "Answer by", value: whenWords(offer.expiresAt, ctx.timeZone) }],
        action: { label: "Read the offer", url: await ctx.ownPage() },
      }
    : null,
);

const approvalAsked = about(async ({ offer, about: to }, ctx) =>
  offer.state === "pending"
    ? {
        subject: `To approve: an offer for ${to.jobTitle}`,
        paragraphs: [
          `An offer to ${to.candidateName} for ${to.jobTitle} waits for your approval.`,
          "You see the amount beside the band and beside the range that was shown to the candidate. You can approve it, or send it back with a reason.",
        ],
        action: { label: "Look at the offer", url: ctx.pages.offerApproval(ctx.subjectId) },
      }
    : null,
);

const approved = about(async ({ offer, about: to }, ctx) =>
  offer.state === "approved"
    ? {
        subject: `Approved: the offer to ${to.candidateName}`,
        paragraphs: [
          `The offer to ${to.candidateName} for ${to.jobTitle} is approved and can be sent.`,
        ],
        action: { label: "Send the offer", url: ctx.pages.offer(to.applicationId) },
      }
    : null,
);

const sentBack = about(async ({ about: to }, ctx) => ({
  subject: `Sent back: the offer to ${to.candidateName}`,
  paragraphs: [
    `The offer to ${to.candidateName} for ${to.jobTitle} came back with a reason. It stands beside the offer.`,
  ],
  action: { label: "Look at the offer", url: ctx.pages.offer(to.applicationId) },
}));

const withdrawn = about(async ({ about: to }, ctx) => ({
  subject: `About our offer: ${to.jobTitle}`,
  paragraphs: [
    `We are sorry to tell you that we withdraw our offer for ${to.jobTitle}. It can no longer be accepted.`,
    "We know that this is hard to read. Your page says how to reach us if you want to talk about it.",
  ],
  action: { label: "Open your page", url: await ctx.ownPage() },
}));

const expired = about(async ({ offer, about: to }, ctx) =>
  offer.state === "expired"
    ? {
        subject: `Our offer has expired: ${to.jobTitle}`,
        paragraphs: [
          `The date by which our offer for ${to.jobTitle} could be accepted has passed.`,
          "If you still want the job, write to us soon: we can look at it again together.",
        ],
        action: { label: "Open your page", url: await ctx.ownPage() },
      }
    : null,
);

const withdrawalAsked = about(async ({ about: to }, ctx) => ({
  subject: `To approve: withdrawing the offer to ${to.candidateName}`,
  paragraphs: [
    `The hiring manager asks to withdraw the offer to ${to.candidateName} for ${to.jobTitle}. It needs your approval, and the reason stands beside the offer.`,
  ],
  action: { label: "Look at the offer", url: ctx.pages.offerApproval(ctx.subjectId) },
}));

/** The candidate's answer, told to whoever wrote the offer. */
const answered = about(async ({ offer, about: to }, ctx) => {
  const said = {
    accepted: `${to.candidateName} has accepted the offer for ${to.jobTitle}.`,
    declined: `${to.candidateName} has declined the offer for ${to.jobTitle}.`,
    change_asked: `${to.candidateName} asks for a change of the offer for ${to.jobTitle}. Asking is not declining.`,
  };
  const known = offer.state;
  if (known !== "accepted" && known !== "declined" && known !== "change_asked") return null;
  return {
    subject: `Answer to the offer: ${to.candidateName}`,
    paragraphs: [said[known]],
    action: { label: "Look at the offer", url: ctx.pages.offer(to.applicationId) },
  };
});

const exceptionAsked = about(async ({ about: to }, ctx) => {
  const exception = await exceptionFacts(ctx.read, ctx.org.id, ctx.subjectId);
  return exception?.state === "asked"
    ? {
        subject: `To approve: an exception for ${to.candidateName}`,
        paragraphs: [
          `${exception.askedBy} asks for an exception: the offer to ${to.candidateName} for ${to.jobTitle} lies outside the pay band or the range that was shown.`,
          "The reason stands beside the offer. You can approve the exception or refuse it; it holds for this package alone.",
        ],
        action: { label: "Answer it", url: ctx.pages.offerApproval(ctx.subjectId) },
      }
    : null;
});

/** Told to who asked for it and who wrote the offer. */
const exceptionAnswered = about(async ({ about: to }, ctx) => {
  const exception = await exceptionFacts(ctx.read, ctx.org.id, ctx.subjectId);
  if (exception === null || exception.state === "asked") return null;
  const given = exception.state === "approved";
  return {
    subject: `${given ? "Approved" : "Refused"}: the exception for ${to.candidateName}`,
    paragraphs: [
      `${exception.answeredBy} ${given ? "approved" : "refused"} the exception for the offer to ${to.candidateName} for ${to.jobTitle}. Why stands beside the offer.`,
      given
        ? "The offer goes its way at this package. When that changes, an exception is asked for anew."
        : "The offer stays as it is. Change the pay, or ask anew with more to say for it.",
    ],
    action: { label: "Look at the offer", url: ctx.pages.offer(to.applicationId) },
  };
});

/** Templates about offers; the subject is the offer. */
export const offerTemplates = {
  "offer.sent": sent,
  "offer.approvalAsked": approvalAsked,
  "offer.approved": approved,
  "offer.sentBack": sentBack,
  "offer.withdrawn": withdrawn,
  "offer.withdrawalAsked": withdrawalAsked,
  "offer.exceptionAsked": exceptionAsked,
  "offer.exceptionAnswered": exceptionAnswered,
  "offer.expired": expired,
  "offer.answered": answered,
} as const satisfies Record<string, Template>;
