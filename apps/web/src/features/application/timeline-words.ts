import type { TimelineLineView } from "@rubric/domain/application/schemas";

export type Topic = "notes" | "interviews" | "decisions" | "steps";

type Facts = TimelineLineView["facts"];
type Words = { topic: Topic; say: (facts: Facts) => string };

const fact = (facts: Facts, key: string): string => String(facts[key] ?? "");
const named =
  (words: string, key = "name") =>
  (facts: Facts) => {
    const name = fact(facts, key);
    return name === "" ? words : `${words}: ${name}`;
  };

/** "Skipped from Screen to Loop"; where the facts are sealed, `bare`. */
function route(facts: Facts, bare: string, verb: string): string {
  const [from, to] = [fact(facts, "from"), fact(facts, "to")];
  return from === "" || to === "" ? bare : `${verb} from ${from} to ${to}`;
}

const STARTED: Record<string, string> = {
  applied: "Applied",
  added: "Added as a candidate",
  referred: "Referred",
  transferred: "Came over from another job",
};
const ENDED: Record<string, string> = {
  merit: "Rejected on merit",
  not_eligible: "Rejected: not eligible",
  duplicate: "Rejected: a duplicate",
  no_answer: "Rejected: no answer",
  filled_or_closed: "Rejected: filled or closed",
};
const DECIDED: Record<string, string> = {
  advance: "to go on",
  reject: "to reject",
  offer: "to offer",
};

const WORDS: Record<string, Words> = {
  "application.started": {
    topic: "steps",
    say: (facts) => STARTED[fact(facts, "source")] ?? "Came in",
  },
  "application.stage_entered": { topic: "steps", say: named("Entered", "stage") },
  "application.plan_moved": {
    topic: "steps",
    say: (facts) => `Moved to version ${fact(facts, "plan")} of the plan`,
  },
  "application.held": { topic: "steps", say: () => "Put on hold" },
  "application.resumed": { topic: "steps", say: () => "Taken off hold" },
  "application.rejected": {
    topic: "decisions",
    say: (facts) => ENDED[fact(facts, "reason")] ?? "Rejected",
  },
  "application.rejection_taken_back": { topic: "decisions", say: () => "Rejection taken back" },
  "application.withdrawn": { topic: "steps", say: () => "Withdrew" },
  "application.withdrawal_reported": { topic: "steps", say: () => "Told us of the withdrawal" },
  "application.transferred": { topic: "steps", say: () => "Transferred to another job" },
  "application.transfer_explained": { topic: "steps", say: named("Why the transfer", "to") },
  "application.hired": { topic: "decisions", say: () => "Hired" },
  "application.taken_up": { topic: "decisions", say: () => "Taken up again" },
  "application.skipped": {
    topic: "steps",
    say: (facts) => route(facts, "Skipped a stage", "Skipped"),
  },
  "application.moved_back": {
    topic: "steps",
    say: (facts) => route(facts, "Went back a stage", "Went back"),
  },
  "application.messaged": { topic: "notes", say: () => "Wrote to the candidate" },
  "note.logistics": { topic: "notes", say: () => "Note" },
  "note.assessment": { topic: "notes", say: () => "Assessment" },
  "candidate.asked": { topic: "steps", say: () => "Asked a question" },
  "feedback.asked": { topic: "steps", say: () => "Asked for feedback" },
  "feedback.sent": { topic: "steps", say: () => "Sent feedback" },
  "adjustment.asked": { topic: "steps", say: () => "Asked for something to be arranged" },
  "adjustment.answered": { topic: "steps", say: () => "Said what is arranged" },
  "relation.declared": { topic: "steps", say: () => "Declared that they know the candidate" },
  "interview.proposed": { topic: "interviews", say: named("Proposed times") },
  "interview.scheduled": { topic: "interviews", say: named("Scheduled") },
  "interview.time_chosen": { topic: "interviews", say: named("Chose a time") },
  "interview.moved": { topic: "interviews", say: named("Moved") },
  "interview.swapped": { topic: "interviews", say: named("Changed the interviewer") },
  "interview.passed_on": {
    topic: "interviews",
    say: (facts) => `Passed on from ${fact(facts, "out")} to ${fact(facts, "in")}`,
  },
  "interview.cancelled": { topic: "interviews", say: named("Cancelled") },
  "interview.absent": { topic: "interviews", say: named("Someone was absent") },
  "interview.held": { topic: "interviews", say: named("Held") },
  "interview.extra_planned": { topic: "interviews", say: named("Added an interview") },
  "interview.focus_set": { topic: "interviews", say: named("Set the focus") },
  "scorecard.submitted": { topic: "interviews", say: () => "Submitted a scorecard" },
  "scorecard.corrected": { topic: "interviews", say: () => "Corrected a scorecard" },
  "scorecard.struck": { topic: "interviews", say: named("Struck a scorecard") },
  "scorecard.excused": { topic: "interviews", say: named("Excused") },
  "scorecard.resumed": { topic: "interviews", say: named("No longer excused") },
  "scorecard.voided": { topic: "interviews", say: () => "Open scorecards became void" },
  "scorecard.glass_broken": { topic: "interviews", say: named("Broke the seal", "stage") },
  "quorum.lowered": {
    topic: "decisions",
    say: (facts) => `Lowered the quorum from ${fact(facts, "from")} to ${fact(facts, "to")}`,
  },
  "debrief.opened": { topic: "decisions", say: () => "Opened the debrief" },
  "debrief.closed": { topic: "decisions", say: () => "Closed the debrief" },
  "debrief.reopened": { topic: "decisions", say: () => "Opened the debrief again" },
  "debrief.not_held": { topic: "decisions", say: () => "Went without a debrief" },
  "decision.recorded": {
    topic: "decisions",
    say: (facts) => `Decided ${DECIDED[fact(facts, "decision")] ?? "on merit"}`,
  },
  "decision.reversed": {
    topic: "decisions",
    say: (facts) =>
      `Reversed the decision, ${DECIDED[fact(facts, "decision")] ?? "with a new one"}`,
  },
  "offer.change": { topic: "decisions", say: () => "Changed the offer" },
  "offer.request": { topic: "decisions", say: () => "Asked for the offer's approval" },
  "offer.approve": { topic: "decisions", say: () => "Approved the offer" },
  "offer.sendBack": { topic: "decisions", say: () => "Sent the offer back to its author" },
  "offer.send": { topic: "decisions", say: () => "Sent the offer" },
  "offer.askChange": { topic: "decisions", say: () => "Asked for a change of the offer" },
  "offer.accept": { topic: "decisions", say: () => "Accepted the offer" },
  "offer.decline": { topic: "decisions", say: () => "Declined the offer" },
  "offer.expire": { topic: "decisions", say: () => "The offer expired" },
  "offer.askToWithdraw": { topic: "decisions", say: () => "Asked to withdraw the offer" },
  "offer.withdraw": { topic: "decisions", say: () => "Withdrew the offer" },
  "offer.confirm": { topic: "decisions", say: () => "Confirmed: the conditions are met" },
  "offer.fellThrough": { topic: "decisions", say: () => "The offer fell through" },
};

/** What a line of the timeline says; one that this version does not know says its own name. */
export function lineWords(line: Pick<TimelineLineView, "kind" | "facts">): string {
  const known = WORDS[line.kind];
  if (known !== undefined) return known.say(line.facts);
  const words = line.kind.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a line is about, for the filter. */
export function topicOf(kind: string): Topic {
  return WORDS[kind]?.topic ?? (kind.startsWith("offer.") ? "decisions" : "steps");
}
