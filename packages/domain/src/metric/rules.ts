import { deny, type Denial } from "../errors.ts";
import { type MetricKey, METRICS } from "./metrics.ts";
import { type Period, periodOf } from "./periods.ts";

/** How many sources an organization may have. */
export const MOST_SOURCES = 20;

/** A figure is of a week or quarter that has begun, and of what its metric can be. */
export function whyNotFigure(
  of: { metric: MetricKey; period: Period; from: string; value: number },
  today: string,
): Denial | null {
  const { most, unit } = METRICS[of.metric];
  const wrong = (fields: Record<string, string>) => deny("METRIC_FIGURE", { fields });
  if (periodOf(of.period, of.from).from !== of.from) {
    return wrong({ from: `This is not the first day of a ${of.period}.` });
  }
  if (of.from > today) return wrong({ from: `This ${of.period} has not begun.` });
  return of.value < 0 || of.value > most ? wrong({ value: `0 to ${most} ${unit}.` }) : null;
}

const PROJECTS = {
  github: [/^[\w.-]{1,100}\/[\w.-]{1,100}$/, "owner/repository"],
  github_issues: [/^[\w.-]{1,100}\/[\w.-]{1,100}$/, "owner/repository"],
  gitlab: [/^[\w.-]{1,100}(\/[\w.-]{1,100}){1,10}$/, "group/project"],
  jira: [/^[A-Z][A-Z0-9_]{1,30}$/, "the key of a project, such as WEB"],
} as const;

/** A source's address is one that may be asked, and its project has its host's form. */
export function whyNotSource(
  of: { kind: keyof typeof PROJECTS; project: string },
  address: { ok: true } | { ok: false; why: string },
): Denial | null {
  const wrong = (fields: Record<string, string>) => deny("METRIC_SOURCE", { fields });
  if (!address.ok) return wrong({ baseUrl: address.why });
  const [form, words] = PROJECTS[of.kind];
  const dots = of.project.split("/").some((part) => part === "." || part === "..");
  return form.test(of.project) && !dots ? null : wrong({ project: `Give ${words}.` });
}

/** An organization has only so many sources. */
export function whyNotAddSource(sources: number): Denial | null {
  return sources >= MOST_SOURCES ? deny("METRIC_SOURCE_LIMIT", { most: MOST_SOURCES }) : null;
}

/** A source is switched to a state that it is not in. */
export function whyNotSetSource(from: string, to: string): Denial | null {
  return from === to ? deny("METRIC_SOURCE_STATE", { state: from }) : null;
}

/** Figures are fetched for whom a source knows, not too often, and not while it asked to be left alone. */
export function whyNotFetch(of: {
  sources: number;
  ready: number;
  minutes: number;
}): Denial | null {
  if (of.sources === 0) return deny("METRIC_UNMAPPED", {});
  return of.ready === 0 ? deny("METRIC_WAITS", { minutes: of.minutes }) : null;
}
