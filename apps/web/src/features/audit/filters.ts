import type { ListAuditInput } from "@rubric/domain/audit/schemas";
import type { z } from "zod";

/** What the address narrows the trail to; days are calendar days in UTC. */
export type Filters = {
  actor: string | null;
  action: string | null;
  subject: string | null;
  from: string | null;
  to: string | null;
  /** Only entries before this number: an older page. */
  before: number | null;
};

export const noFilters: Filters = {
  actor: null,
  action: null,
  subject: null,
  from: null,
  to: null,
  before: null,
};

type Params = Record<string, string | string[] | undefined>;

/** Reads the filters from the address; what makes no sense there is left out. */
export function readFilters(params: Params): Filters {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value !== "" && value.length <= 100 ? value : null;
  };
  const day = (name: string) => {
    const value = text(name);
    return value !== null && isDay(value) ? value : null;
  };
  const before = Number(text("before"));
  return {
    actor: text("actor"),
    action: text("action"),
    subject: text("subject"),
    from: day("from"),
    to: day("to"),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

/** The address of the page with these filters. */
export function hrefOf(org: string, filters: Filters): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== null) params.set(name, String(value));
  }
  const query = params.toString();
  return `/o/${org}/audit${query === "" ? "" : `?${query}`}`;
}

/** The query of these filters: the last day is included whole. */
export function inputOf(filters: Filters): z.infer<typeof ListAuditInput> {
  const { actor, action, subject, from, to, before } = filters;
  return {
    actorId: actor,
    action,
    subjectId: subject,
    from: from === null ? null : `${from}T00:00:00.000Z`,
    to: to === null ? null : dayAfter(to),
    cursor: before,
  };
}

/** Why two days span no time: the first comes after the last; null where they do, or one is open. */
export function whyNotSpan({ from, to }: Pick<Filters, "from" | "to">): string | null {
  return from !== null && to !== null && from > to
    ? "The first day comes after the last: no entry can lie between them."
    : null;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString();
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
