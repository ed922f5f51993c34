import type { Rating } from "@rubric/db/schema";

type Heard = { strong: string; fair: string; weak: string };

/** What an interviewer heard about each competency that the demo's plans rate. */
const HEARD: Readonly<Record<string, Heard>> = {
  "domain-modelling": {
    strong:
      "Asked who may reverse a posting before drawing anything, then made a half-posted transfer impossible to store.",
    fair: "Found two of the three contradictions in the refund rules; the partial capture needed a hint.",
    weak: "Went straight to create, read, update and delete on one table and could not say which states must never exist.",
  },
  "invariants-under-concurrency": {
    strong:
      "Named the lost update at once, guarded the balance with a conditional update and said what the loser of the race is told.",
    fair: "Reached for a lock first; saw after a question that the unique key already does it.",
    weak: "Checked the balance, then wrote it, and held on to that when asked about two requests at once.",
  },
  "system-design": {
    strong:
      "Kept it one service with one database until the numbers asked for more, and said which number that would be.",
    fair: "A sound queue between intake and posting, but no word on what happens while it is full.",
    weak: "Seven services and three brokers for forty requests a second, without a reason for any of them.",
  },
  "stores-and-growth": {
    strong:
      "Worked out a year of postings in gigabytes, partitioned by month and showed how an old month is moved away.",
    fair: "Knew when an index stops fitting into memory; was vague about how to split without stopping.",
    weak: "Would move to another database as soon as it gets slow, whatever the reason.",
  },
  "code-and-algorithms": {
    strong:
      "Wrote the matching in one pass with a heap, named its cost, and then made it shorter when the tests were green.",
    fair: "The quadratic version worked; found the faster one with a small push.",
    weak: "Got lost between two indices and did not run the code until asked to.",
  },
  "testing-and-delivery": {
    strong:
      "Began with the failing case from the ticket, then the empty list and the duplicate; shipped behind a switch.",
    fair: "Good tests for the usual path; the rollback was an afterthought.",
    weak: "Tested by clicking through and said the reviewers would find the rest.",
  },
  "query-performance": {
    strong:
      "Read the plan aloud, found the sort that spilled to disk and replaced it by an index in the order of the page.",
    fair: "Proposed the right index and guessed at the plan instead of asking for it.",
    weak: "Added an index to every column of the filter and could not say which one would be used.",
  },
  "identity-and-access": {
    strong:
      "Separated who one is from what one may do, and revoked a session in a way that works on the next request.",
    fair: "Clear on sessions, less so on what a signed token can no longer take back.",
    weak: "Put the role into the token, valid for a month, and trusted it everywhere.",
  },
  "data-protection-and-audit": {
    strong:
      "Asked how long each field has to stay and to go, and kept the trail whole after an erasure by hashing the details apart.",
    fair: "Knew that logs hold personal data too; had no plan for the backups.",
    weak: "Would keep everything, since storage is cheap.",
  },
  "technical-communication": {
    strong:
      "Explained a lost-message incident so that I could have drawn it, and said plainly what was still unknown.",
    fair: "Clear when asked; the story jumped between the cause and the fix.",
    weak: "Used the names of tools where I had asked for the reason.",
  },
  "api-contracts": {
    strong:
      "Gave each command a key of the client's own and told a repeat from a conflict in the answer.",
    fair: "Versioned the path; breaking changes inside a version were not on the radar.",
    weak: "Returned 200 with an error inside and left the paging for later.",
  },
  "incident-response": {
    strong:
      "Stopped the harm first, told the customers what was known, and turned the review into two alarms and a test.",
    fair: "Calm and quick at the fix; the follow-up tasks had no owner.",
    weak: "Restarted until it went away and does not know to this day why it did.",
  },
};

const SUMMARIES = {
  strong:
    "I would look forward to working with this person; the answers came with reasons and with their limits.",
  fair: "Solid in the middle of the field, with gaps that a good team could close within half a year.",
  weak: "Not at the level of this job yet; the basics that the criteria name were missing.",
} as const;

export type Tone = keyof typeof SUMMARIES;

/** The words that stand beside a rating. */
export function evidenceOf(competencyKey: string, rating: Rating): string {
  const heard = HEARD[competencyKey] ?? HEARD["technical-communication"];
  return heard?.[toneOf(rating)] ?? "";
}

/** What an interviewer sums up in one sentence. */
export function summaryOf(tone: Tone): string {
  return SUMMARIES[tone];
}

/** The tone of a rating. */
export function toneOf(rating: Rating): Tone {
  if (rating === "yes" || rating === "strong_yes") return "strong";
  return rating === "mixed" ? "fair" : "weak";
}
