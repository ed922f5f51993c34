type Said = {
  done: string;
  blocked: string;
  confidence: number;
  hours: number;
  /** Null: not answered yet. */
  reply: string | null;
};

/** What Mateusz says of six weeks, the oldest first, and what Amara answers. */
export const CHECK_INS: readonly Said[] = [
  {
    done: "Read the first chapters on replication. Moved the statements export to its own worker.",
    blocked: "The staging database is too small to show the slow query.",
    confidence: 3,
    hours: 3,
    reply: "Ask Priya for the anonymised copy of last month; I told her that you will.",
  },
  {
    done: "With the larger copy the query plan is clear: the index misses the account. Wrote it up.",
    blocked: "",
    confidence: 3,
    hours: 4,
    reply: "Good write-up. Show it in Thursday's round, ten minutes are enough.",
  },
  {
    done: "Showed the query plan in the round. The index is live, p95 of statements is at 190 ms.",
    blocked: "",
    confidence: 4,
    hours: 3,
    reply: "That is the number we were after. Keep the graph, it belongs to your evidence.",
  },
  {
    done: "On call this week: two alerts, both ours. No reading.",
    blocked: "The alert on queue length fires too early, so I looked at nothing else.",
    confidence: 3,
    hours: 1,
    reply: "Change the threshold with Samuel, you two own it. A week without reading is fine.",
  },
  {
    done: "New threshold with Samuel, quiet since. Began the design of the payout retries.",
    blocked: "",
    confidence: 4,
    hours: 4,
    reply: "Write down what happens when the bank never answers, before the happy path.",
  },
  {
    done: "The design covers error, silence and a late answer. Two reviewers asked for idempotency keys.",
    blocked: "I do not know who decides how long we keep the keys.",
    confidence: 4,
    hours: 5,
    reply: null,
  },
];

/** Metric, figure of the quarter before, of this one, and how many cases the figures rest on. */
export const FIGURES = [
  ["response_time", 340, 190, null],
  ["error_rate", 1.4, 0.6, null],
  ["uptime", 99.82, 99.94, null],
  ["features", 2.6, 3.4, 17],
  ["reviews_passed", 86.4, 93.2, 44],
  ["feedback", 3.9, 4.2, 61],
] as const;

type Shown = {
  kind: "link" | "file" | "metric";
  title: string;
  note: string;
  url: string | null;
  competencies: string[];
  /** Working days ago. */
  days: number;
};

/** What shows it; competencies by the keys of the demo's framework. */
export const EVIDENCE: readonly Shown[] = [
  {
    kind: "link",
    title: "Index for statements by account",
    note: "The query plan before and after, and why the old index could not be used.",
    url: "https://git.northwind.example/statements/merge_requests/418",
    competencies: ["query-performance"],
    days: 22,
  },
  {
    kind: "file",
    title: "Load test of the statements service",
    note: "Twice the traffic of the month's end, for an hour.",
    url: null,
    competencies: ["query-performance"],
    days: 18,
  },
  {
    kind: "metric",
    title: "Statements answer below 200 ms",
    note: "",
    url: null,
    competencies: ["query-performance", "technical-communication"],
    days: 4,
  },
  {
    kind: "link",
    title: "Design of the payout retries",
    note: "Error, silence and a late answer of the bank.",
    url: "https://wiki.northwind.example/payouts/retries",
    competencies: ["invariants-under-concurrency", "domain-modelling"],
    days: 4,
  },
];

/** A report of one page. */
export const REPORT = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 73>>stream
BT /F 14 Tf 40 120 Td (Load test of the statements service: passed) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
startxref
0
%%EOF
`,
  "latin1",
);
