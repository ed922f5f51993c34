// Written by `npm run contract:emit` from contract/current.json.

/** The contract that this client was built with. */
export const CONTRACT = {
  contractId: "db7fc15555bf0da3",
  releasedAt: "2026-11-24T02:58:18Z",
};

/** Commands that take no idempotency key, and are never sent twice. */
export const KEYLESS: ReadonlySet<string> = new Set([
  "identity.acceptInvitation",
  "identity.resetPassword",
  "identity.signIn",
  "identity.signOut",
  "record.fetch",
]);

/** Queries that answer page by page: where the rows and the next page's cursor are. */
export const PAGES = {
  "application.list": { items: "applications", cursor: "nextCursor" },
  "audit.list": { items: "entries", cursor: "next" },
  "candidate.search": { items: "candidates", cursor: "nextCursor" },
  "insight.listQuestions": { items: "questions", cursor: "nextCursor" },
  "job.list": { items: "jobs", cursor: "nextCursor" },
  "policy.listCases": { items: "cases", cursor: "next" },
  "question.list": { items: "questions", cursor: "nextCursor" },
  "requisition.list": { items: "requisitions", cursor: "nextCursor" },
  "retention.listDue": { items: "due", cursor: "nextCursor" },
} as const;
