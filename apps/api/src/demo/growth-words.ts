import type { ReviewContent } from "@rubric/domain/review/schemas";

type Mark = NonNullable<ReviewContent["ratings"][number]["rating"]>;
type Said = readonly [rating: Mark, evidence: string] | readonly [rating: null, reason: string];

/** What an engineer and their manager said against the senior level, by the competency's key. */
export const REVIEWED: Readonly<Record<string, { self: Said; manager: Said }>> = {
  "domain-modelling": {
    self: ["yes", "Redrew the payout states with Finance; the impossible ones no longer exist."],
    manager: ["yes", "The payout states are his, and support uses his words for them now."],
  },
  "rule-variation": {
    self: ["mixed", "Moved the cut-off times of four banks into dated rows; fees are still code."],
    manager: ["mixed", "The cut-off times are data. He did not see yet that the fees are next."],
  },
  "invariants-under-concurrency": {
    self: [
      "yes",
      "Found the double payout and closed it with a constraint and a test of 40 at once.",
    ],
    manager: [
      "mixed",
      "Fixed the double payout well; what a dead process leaves behind was my find.",
    ],
  },
  "identity-and-access": {
    self: ["no", "I have used the permission table and never changed it."],
    manager: ["no", "No chance to show it so far; the partner portal in spring is one."],
  },
  "attack-resistance": {
    self: ["no", "Took part in one threat model and mostly listened."],
    manager: ["no", "Listened in the threat model of the portal and wrote down what was said."],
  },
  "data-protection-and-audit": {
    self: ["mixed", "Erasure of the export files, with a test that opens the bucket afterwards."],
    manager: [
      "mixed",
      "Erasure reaches the exports since March. The backups he had to be told of.",
    ],
  },
  "schema-and-migrations": {
    self: ["yes", "Split the entries table in five releases, each one with its way back."],
    manager: [
      "strong_yes",
      "Split our largest table in five releases during trading hours, and nobody noticed.",
    ],
  },
  "query-performance": {
    self: ["yes", "The statement screen went from 31 queries to one, p95 from 900 to 140 ms."],
    manager: [
      "strong_yes",
      "The statement screen is one query, and he showed two teams how to do it.",
    ],
  },
  caching: {
    self: ["mixed", "Put the exchange rates into a cache; its hit ratio I measured only later."],
    manager: ["mixed", "The rates' cache had no owner until the third stale quote."],
  },
  "stores-and-growth": {
    self: ["no", "Read about partitions; have not planned for growth."],
    manager: ["mixed", "His estimate of the ledger's growth was right to the month."],
  },
  "api-contracts": {
    self: ["mixed", "Added fields to the statements API without a break, once with your help."],
    manager: [
      "yes",
      "Two additive changes this year and a check in the pipeline that guards them.",
    ],
  },
  "integration-and-messaging": {
    self: ["yes", "Wrote the outbox for bank messages, with traces from end to end."],
    manager: ["yes", "The outbox holds. He wrote the replay before anybody asked for one."],
  },
  "system-design": {
    self: ["mixed", "Designed the reconciliation service; the load numbers came from Priya."],
    manager: [
      "mixed",
      "A sound first design with the simplest store. The failure cases came late.",
    ],
  },
  "code-and-algorithms": {
    self: ["yes", "The matching of entries is linear now and has property tests."],
    manager: ["yes", "People bring him what they cannot solve, and leave with a test."],
  },
  "language-and-runtime": {
    self: ["mixed", "Read a heap snapshot once, for the leak in the exporter."],
    manager: ["mixed", "Found the exporter's leak from a snapshot, in a day."],
  },
  "technology-choices": {
    self: [null, "There was nothing to choose in my area this half-year."],
    manager: [null, "Nothing new came in, so there was nothing to judge."],
  },
  observability: {
    self: ["yes", "Agreed a target with product for statements, and the alert fires on it."],
    manager: ["yes", "The only target of ours that product knows by heart is his."],
  },
  "incident-response": {
    self: ["yes", "Led the incident on the second of the month, from the page to the report."],
    manager: ["no", "Led one incident, and dug himself into a query while nobody told support."],
  },
  "testing-and-delivery": {
    self: ["yes", "Halved the pipeline by splitting the database tests."],
    manager: ["yes", "Our pipeline takes eleven minutes; it took twenty-three before him."],
  },
  "cloud-and-infrastructure": {
    self: ["no", "I change modules that others wrote."],
    manager: ["no", "Changes what is there and asks first, which is right so far."],
  },
  troubleshooting: {
    self: ["yes", "The pool that ran dry each Monday: found by counting, not by guessing."],
    manager: ["yes", "Kept three explanations alive for a week, and the third one was it."],
  },
  "technical-communication": {
    self: ["mixed", "Two proposals; the second one was decided without a meeting."],
    manager: ["mixed", "Writes the problem well and hides the price in the last paragraph."],
  },
  "planning-and-priorities": {
    self: ["mixed", "Cut the scope of statements twice and kept the date."],
    manager: ["yes", "Argued the archive out of the first release, and was right."],
  },
  "review-and-mentoring": {
    self: ["no", "My reviews are quick; I do not think anybody grew by them."],
    manager: ["yes", "Two people told me, without being asked, what they learned in his reviews."],
  },
  collaboration: {
    self: ["yes", "Open questions with Finance stand on one page, with owners and dates."],
    manager: ["yes", "Finance asks for him by name."],
  },
  "team-leadership": {
    self: ["no", "Have not led a project yet."],
    manager: ["no", "Not yet; reconciliation next quarter is his if he wants it."],
  },
};

export const SUMMARIES = {
  self: "Data is where I am at home. I want to lead something, and I know too little of security.",
  manager:
    "Senior in everything around data. Leading, in an incident and in a project, comes next.",
} as const;

export const OUTCOME =
  "We agree on data and on security. We saw the incident differently and read its log together: he solved it, and did not lead it. Next: be second in command in two incidents, then lead one; lead reconciliation from May.";

export const ANSWER =
  "Agreed, and the log was worth reading. I would like to begin with the reconciliation project.";
