/** The states of an application: `STATES.md` has the ways between them. */
export const APPLICATION_STATES = [
  "active",
  "on_hold",
  "rejected",
  "withdrawn",
  "transferred",
  "hired",
] as const;
/** How somebody came to be a candidate of the job. */
export const SOURCES = ["applied", "added", "referred", "transferred"] as const;
