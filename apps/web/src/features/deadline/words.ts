import type { DeadlineKind, DeadlineLine } from "@rubric/domain/deadline/schemas";

/** A kind as one chooses it. */
export const KIND_WORDS: Record<DeadlineKind, string> = {
  next_word: "Next word",
  scorecard_owed: "Scorecard",
  question_answer: "Answer to a question",
  answer_interviewed: "Answer after an interview",
  feedback_owed: "Feedback to who was rejected",
  notice_art14: "Notice to who was added",
  offer_expiry: "Offer expires",
  post_selection_notice: "Notice of a selection",
  promotion_notice: "Notice to staff",
  access_request: "Access to data",
  cure_notice: "Cure of a post",
  works_council: "Works council",
  pay_information: "Pay information",
  own: "Our own",
};

/** Where one does what a deadline asks for; null where the reader cannot go. */
export function pathOf(line: DeadlineLine): string | null {
  if (line.interviewId !== null) return `/interviews/${line.interviewId}`;
  if (line.applicationId !== null) {
    const part = line.kind === "feedback_owed" ? "/feedback" : line.onOffer ? "/offer" : "";
    return `/applications/${line.applicationId}${part}`;
  }
  if (line.job === null || !line.may.open) return null;
  return `/jobs/${line.job.jobId}${line.kind === "cure_notice" ? "/posts" : ""}`;
}

/** What set a deadline, in one line: the earliest counts. */
export function setByWords(line: DeadlineLine): string {
  const [first] = line.setBy;
  if (first === undefined) return "";
  return `${first.by === "law" ? "Law" : first.by === "policy" ? "Policy" : "Promise"}: ${first.sentence}`;
}
