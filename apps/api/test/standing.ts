import { type Permission, permissionRow } from "@rubric/domain/permissions";
import type { Who } from "./outcome.ts";
import { cellOf, type Column, type Own, ROWS } from "./states.ts";
import type { Subjects } from "./world.ts";

/**
 * Someone with the column they stand in on the world's own job, and subjects that are theirs: their
 * own growth among them, or that of whom they manage.
 */
export type Person = {
  name: string;
  column: Column;
  who: Who;
  own: Subjects;
  grows: "self" | "line manager";
};

/** Whose a subject is, inside the organization. */
export type Inside = "own" | "another's" | "another job's" | "confidential";

type Standing = { column: Column; own: readonly Own[]; onJob: boolean };

/** In which columns a person stands towards a subject, and what of it is their own there. */
function standings(person: Person, path: Permission, variant: Inside): Standing[] {
  const { column } = person;
  const { on } = permissionRow(path);
  if (on === "org") return [{ column, own: [column === "C" ? "about" : "assigned"], onJob: true }];
  if (isPairs(path)) {
    return [{ column, own: variant === "own" ? [person.grows] : [], onJob: true }];
  }
  if (variant === "another job's" || variant === "confidential") {
    const there = column === "R" && variant === "another job's" ? "Ro" : column;
    return [{ column: there, own: [], onJob: column !== "R" && column !== "M" && column !== "K" }];
  }
  if (variant === "another's") return [{ column, own: ["on the job"], onJob: true }];
  if (column === "C") return [{ column, own: ["about"], onJob: true }];
  if (on === "job" || on === "candidate") return [{ column, own: ["on the job"], onJob: true }];
  const own: Own[] = ["assigned", "author", "approver", "on the job"];
  const standing = { column, own, onJob: true };
  return column === "U" ? [standing] : [standing, { ...standing, column: "I" }];
}

/** Whether a procedure is about somebody's growth, which to all but the two is not there. */
export function isPairs(path: Permission): boolean {
  const { on } = permissionRow(path);
  return on === "member" || on === "review" || on === "plan";
}

/** Whether the design lets a person's call through to a subject. */
export function isAllowed(person: Person, path: Permission, variant: Inside): boolean {
  if (variant === "confidential" && person.column !== "A" && !isPairs(path)) return false;
  const rows = ROWS.filter((row) => row.calls.includes(path));
  return standings(person, path, variant).some(({ column, own, onJob }) =>
    rows.some((row) => {
      if (!onJob && column !== "Ro" && row.ofRole !== true) return false;
      const cell = cellOf(row, column);
      return cell === "yes" || (cell === "own" && row.own !== undefined && own.includes(row.own));
    }),
  );
}
