import { deny, type Denial } from "../errors.ts";

export type VersionFacts = { number: number; state: "draft" | "published" };

/** A published version never changes: applications are judged by it to the end (law 6). */
export function whyNotEdit(version: VersionFacts): Denial | null {
  return version.state === "draft" ? null : deny("FRAMEWORK_PUBLISHED", { number: version.number });
}

/** A framework has at most one draft, and it is a copy of what was published last. */
export function whyNotStartDraft(versions: readonly VersionFacts[]): Denial | null {
  const draft = versions.find((version) => version.state === "draft");
  if (draft !== undefined) return deny("FRAMEWORK_DRAFT_EXISTS", { number: draft.number });
  return versions.length > 0 ? null : deny("FRAMEWORK_NEVER_PUBLISHED", {});
}

/** A file of a framework's name becomes its next draft, unless one is being written. */
export function whyNotImport(versions: readonly VersionFacts[]): Denial | null {
  const draft = versions.find((version) => version.state === "draft");
  return draft === undefined ? null : deny("FRAMEWORK_DRAFT_EXISTS", { number: draft.number });
}

/** Versions are compared within one framework. */
export function whyNotCompare(
  before: { frameworkId: string },
  after: { frameworkId: string },
): Denial | null {
  return before.frameworkId === after.frameworkId ? null : deny("FRAMEWORKS_DIFFER", {});
}
