import type { Rating } from "@rubric/db/schema";

export type Tone = "strong" | "fair" | "weak";

/** What interviewers heard about each competency that the demo's plans rate. */
const HEARD: Readonly<Record<string, Readonly<Record<Tone, readonly string[]>>>> = {
  "domain-modelling": {
    strong: [
      "Asked who may reverse a posting before drawing anything, then made a half-posted transfer impossible to store.",
      "Turned the refund rules into three commands with their own refusals, and named the one rule that nobody had decided yet.",
      "Told the voucher case from the expiry case at once and kept both out of the order's status field.",
    ],
    fair: [
      "Found two of the three contradictions in the refund rules; the partial capture needed a hint.",
      "A sound model for the usual return; the gift that comes back to its giver was fixed on afterwards.",
      "Good names for states, but two of the transitions could be taken by anyone.",
    ],
    weak: [
      "Went straight to create, read, update and delete on one table and could not say which states must never exist.",
      "Put the return window into the client and was content with that.",
    ],
  },
  "invariants-under-concurrency": {
    strong: [
      "Named the lost update at once, guarded the balance with a conditional update and said what the loser of the race is told.",
      "Drew both interleavings unasked, then chose the constraint over the lock because it also covers the import.",
      "Saw that the read replica makes the check worthless and moved it to the write.",
    ],
    fair: [
      "Reached for a lock first; saw after a question that the unique key already does it.",
      "Right about serializable transactions, vague about who tries again and how often.",
      "Solved two rivals well; ten thousand of them on one account was new to them.",
    ],
    weak: [
      "Checked the balance, then wrote it, and held on to that when asked about two requests at once.",
      "Said that the queue makes it sequential, and could not say what happens with two consumers.",
    ],
  },
  "system-design": {
    strong: [
      "Kept it one service with one database until the numbers asked for more, and said which number that would be.",
      "Asked for the peak, the budget and what may be lost, and let those three decide every box.",
      "Designed the day on which the bank does not answer before the day on which it does.",
    ],
    fair: [
      "A sound queue between intake and posting, but no word on what happens while it is full.",
      "Clear boundaries; the estimate of the load was off by a factor of ten and stayed so for a while.",
      "Good reasons for the split of the services, none for the cache between them.",
    ],
    weak: [
      "Seven services and three brokers for forty requests a second, without a reason for any of them.",
      "Repeated the drawing of the previous employer and could not say what it was for.",
    ],
  },
  "stores-and-growth": {
    strong: [
      "Worked out a year of postings in gigabytes, partitioned by month and showed how an old month is moved away.",
      "Knew what the planner does with forty partitions, and kept the hot month in memory on purpose.",
      "Split by account, named the query that this makes dear, and found a way to live with it.",
    ],
    fair: [
      "Knew when an index stops fitting into memory; was vague about how to split without stopping.",
      "Archiving by date is right; the foreign keys into the archive came up late.",
      "Would measure first, which is fair, but had no idea of what to expect.",
    ],
    weak: [
      "Would move to another database as soon as it gets slow, whatever the reason.",
      "Sharded by country and had nothing for the country with nine tenths of the rows.",
    ],
  },
  "code-and-algorithms": {
    strong: [
      "Wrote the matching in one pass with a heap, named its cost, and then made it shorter when the tests were green.",
      "Began with the plain version, measured it, and improved only what the profile showed.",
      "Two small functions with names that made comments needless; the edge cases fell out of the shape.",
    ],
    fair: [
      "The quadratic version worked; found the faster one with a small push.",
      "Correct in the end, after a detour through a library that was not needed.",
      "Readable code; the empty list broke it and was mended in a minute.",
    ],
    weak: [
      "Got lost between two indices and did not run the code until asked to.",
      "Copied the loop for the second case and then fixed a mistake in one of the copies.",
    ],
  },
  "testing-and-delivery": {
    strong: [
      "Began with the failing case from the ticket, then the empty list and the duplicate; shipped behind a switch.",
      "Said how the change is undone before saying how it is released.",
      "Replaced a mock by a real database in ten lines and found the bug that the mock had hidden.",
    ],
    fair: [
      "Good tests for the usual path; the rollback was an afterthought.",
      "Careful with the migration, careless with the order in which the two versions run.",
      "Wrote the test last, but it could fail, which was checked.",
    ],
    weak: [
      "Tested by clicking through and said the reviewers would find the rest.",
      "Turned the failing test off to go on, and forgot it.",
    ],
  },
  "query-performance": {
    strong: [
      "Read the plan aloud, found the sort that spilled to disk and replaced it by an index in the order of the page.",
      "Asked how many rows before proposing anything; then a partial index, a tenth of the size.",
      "Saw that the estimate was a thousand times off and went for the statistics, not for the query.",
    ],
    fair: [
      "Proposed the right index and guessed at the plan instead of asking for it.",
      "Knew keyset paging by name and got its tie-break with help.",
      "Found the slow query quickly; the reason was a guess that happened to be right.",
    ],
    weak: [
      "Added an index to every column of the filter and could not say which one would be used.",
      "Would cache the page and see whether anyone complains.",
    ],
  },
  "identity-and-access": {
    strong: [
      "Separated who one is from what one may do, and revoked a session in a way that works on the next request.",
      "Put the tenant into the query and behind it into the database, and said which mistake each of the two catches.",
      "Asked what a stolen laptop can do at each point, and shortened the answer step by step.",
    ],
    fair: [
      "Clear on sessions, less so on what a signed token can no longer take back.",
      "Roles were right; the one object that belongs to two teams was left open.",
      "Hashed the tokens unasked; logged them two screens later and noticed it.",
    ],
    weak: [
      "Put the role into the token, valid for a month, and trusted it everywhere.",
      "Hid the button and considered the matter closed.",
    ],
  },
  "data-protection-and-audit": {
    strong: [
      "Asked how long each field has to stay and to go, and kept the trail whole after an erasure by hashing the details apart.",
      "Listed the places where a name hides before deleting anything: logs, queues, the search index, the backups.",
      "Told a legal duty to keep from a wish to keep, with a date for each.",
    ],
    fair: [
      "Knew that logs hold personal data too; had no plan for the backups.",
      "The trail shows what changed, not who looked; added that when asked.",
      "Right about asking for less in the first place, thin on what to do with what is there.",
    ],
    weak: [
      "Would keep everything, since storage is cheap.",
      "Took a hashed address for an anonymous one.",
    ],
  },
  "technical-communication": {
    strong: [
      "Explained a lost-message incident so that I could have drawn it, and said plainly what was still unknown.",
      "Answered the question that was asked, then said in one sentence what it leaves out.",
      "Told the story from the customer's side first; the code came in exactly where it was needed.",
    ],
    fair: [
      "Clear when asked; the story jumped between the cause and the fix.",
      "Precise about their own part, hard to follow on everyone else's.",
      "Good written summary in the chat, less structure when speaking.",
    ],
    weak: [
      "Used the names of tools where I had asked for the reason.",
      "Three times a general answer to a question about one case.",
    ],
  },
};

/** The words that stand beside a rating; `turn` chooses among those that fit. */
export function evidenceOf(competencyKey: string, rating: Rating, turn: number): string {
  const heard = HEARD[competencyKey]?.[toneOf(rating)] ?? [];
  return heard[turn % Math.max(1, heard.length)] ?? "";
}

function toneOf(rating: Rating): Tone {
  if (rating === "yes" || rating === "strong_yes") return "strong";
  return rating === "mixed" ? "fair" : "weak";
}
