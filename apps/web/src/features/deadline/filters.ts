import {
  DEADLINE_KINDS,
  type DeadlineKind,
  type ListDeadlinesInput,
  type When,
  WHENS,
} from "@rubric/domain/deadline/schemas";
import type { z } from "zod";

/** What the address narrows the deadlines to. */
export type Filters = {
  of: "mine" | "all";
  when: When | null;
  kind: DeadlineKind | null;
  /** Behind this one: a later page. */
  after: string | null;
};

type Params = Record<string, string | string[] | undefined>;

/** Reads the filters from the address; what makes no sense there is left out. */
export function readFilters(params: Params): Filters {
  const { after } = params;
  return {
    of: params["of"] === "all" ? "all" : "mine",
    when: WHENS.find((one) => one === params["when"]) ?? null,
    kind: DEADLINE_KINDS.find((one) => one === params["kind"]) ?? null,
    after: typeof after === "string" && /^[\dTZ:.-]+_[\da-f-]{36}$/.test(after) ? after : null,
  };
}

/** The address of the page with these filters. */
export function hrefOf(org: string, filters: Filters): string {
  const params = new URLSearchParams();
  if (filters.of === "all") params.set("of", "all");
  for (const name of ["when", "kind", "after"] as const) {
    const value = filters[name];
    if (value !== null) params.set(name, value);
  }
  const query = params.toString();
  return `/o/${org}/deadlines${query === "" ? "" : `?${query}`}`;
}

/** The query of these filters. */
export function inputOf({ of, when, kind, after }: Filters): z.infer<typeof ListDeadlinesInput> {
  return { scope: of, when, kind, cursor: after };
}
