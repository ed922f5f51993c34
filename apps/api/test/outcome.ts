import { type ErrorCode, Refused } from "@rubric/domain/errors";
import { runQuery } from "@rubric/domain/execution";
import { type Permission, permissionRow, SUBJECT_FIELD } from "@rubric/domain/permissions";
import { LIMITS } from "@rubric/domain/limits";
import { callerOf, type Request } from "../src/caller.ts";
import type { TestApi } from "./api.ts";
import type { Subjects } from "./world.ts";

/** What becomes of a call before its verb is run. */
export type Outcome = "through" | "refused" | "hidden" | "conflict" | "sealed";
export type Who = Pick<Request, "bearer" | "sessionHash" | "candidateLink" | "orgSlug">;

export const nobody: Who = { bearer: null, sessionHash: null, candidateLink: null, orgSlug: null };

const REFUSED: readonly ErrorCode[] = [
  "FORBIDDEN",
  "UNAUTHENTICATED",
  "SCOPE_MISSING",
  "NOT_FOR_TOKENS",
  "PEOPLE_ONLY",
];

/** Whether a call was turned away, in either of the two ways. */
export function isClosed(outcome: Outcome): boolean {
  return outcome === "refused" || outcome === "hidden";
}

function subjectOf(path: Permission, subjects: Subjects): string | null {
  const { on } = permissionRow(path);
  return on === "instance" || on === "org" ? null : subjects[SUBJECT_FIELD[on]];
}

/** The outcome of a call as the API finds it: for a real session or link, and real rows. */
export async function outcomeOf(
  api: TestApi,
  path: Permission,
  who: Who,
  subjects: Subjects,
  publicSlug: string | null = who.orgSlug,
): Promise<Outcome> {
  const { db } = api.connection;
  const request: Request = {
    ...who,
    origin: { ip: "192.0.2.1", requestId: "matrix", userAgent: "" },
    key: null,
    calls: 1,
    tell: () => {},
    issueSession: () => {},
  };
  try {
    const call = await callerOf(db, request).call(path, publicSlug, "query");
    const options = { permission: path, subjectId: subjectOf(path, subjects) };
    const deps = { db, readers: api.readers, limits: LIMITS, enqueue: async () => {} };
    return await runQuery(deps, call, options, async () => "through" as const);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code } = error.denial;
    if (code === "NOT_FOUND") return "hidden";
    if (code === "CONFLICT_OF_INTEREST") return "conflict";
    if (code === "SEALED_OWES" || code === "SEALED_EXCUSED") return "sealed";
    if (REFUSED.includes(code)) return "refused";
    throw error;
  }
}
