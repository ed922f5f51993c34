import type { JobPayload } from "@rubric/db";
import { Refused } from "@rubric/domain/errors";
import type { Deps } from "@rubric/domain/execution";
import { organizationById } from "@rubric/domain/identity";
import {
  CONNECTORS,
  type Fetched,
  figureOf,
  type Item,
  keepFigures,
  type Problem,
  problemOf,
  type TakenSource,
  takeSource,
} from "@rubric/domain/metric";
import { findDestination, STRICT } from "@rubric/domain/webhook";
import type { Log } from "../log.ts";
import { runAsSystem } from "../system.ts";
import { get } from "./get.ts";

export type MetricDeps = Deps & { log: Log };

type Asked = { ok: true; items: Item[] } | { ok: false; problem: Problem };

/** Of one stretch of days at most so many pages of a hundred are read. */
const MOST_PAGES = 30;

/**
 * Asks a source, if it is due, for whom it knows, and keeps what it said or what went wrong. Nothing
 * is asked inside a transaction; a figure is kept only where every page of its stretch was read.
 */
export async function fetchSource(deps: MetricDeps, { orgId, id }: JobPayload): Promise<void> {
  if (orgId === null) return;
  const taken = await takeSource(deps, { orgId, id });
  const org = taken === null ? null : await organizationById(deps.db, orgId);
  if (taken === null || org === null) return;
  const fetched = await ask(deps, taken);
  const { problem, figures } = fetched;
  const input = { sourceId: id, figures: figures.length };
  try {
    await runAsSystem(deps, org, "metric.keep", input, (ctx) => keepFigures(ctx, fetched));
  } catch (error) {
    // It was removed, or begun anew by another worker.
    if (!(error instanceof Refused)) throw error;
  }
  if (problem !== null) {
    deps.log.info({ orgId, sourceId: id, why: problem.sentence }, "a source gave no figures");
  }
}

async function ask(deps: MetricDeps, taken: TakenSource): Promise<Fetched> {
  const { sourceId, claimedUntil, logins } = taken;
  const { metric } = CONNECTORS[taken.kind];
  const figures: Fetched["figures"] = [];
  for (const window of taken.windows) {
    const asked = await itemsOf(deps, taken, window);
    if (!asked.ok) {
      return { sourceId, claimedUntil, metric, figures: [], problem: asked.problem };
    }
    for (const { memberId, login } of logins) {
      const figure = figureOf(metric, asked.items, login, window);
      if (figure !== null) figures.push({ memberId, window, ...figure });
    }
  }
  return { sourceId, claimedUntil, metric, figures, problem: null };
}

async function itemsOf(
  deps: MetricDeps,
  { kind, baseUrl, project, secret, at }: TakenSource,
  window: TakenSource["windows"][number],
): Promise<Asked> {
  const connector = CONNECTORS[kind];
  if (secret === null) {
    return failed("The token cannot be read: the operator's WEBHOOK_KEY is another than before.");
  }
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = connector.path({ project, window, cursor });
    // Looked up and checked anew for each page.
    const destination = await findDestination(`${baseUrl}${path}`, deps.webhooks ?? STRICT);
    if (!destination.ok) return failed(destination.why);
    const got = await get({ ...destination, headers: connector.headers(secret) });
    if (!got.ok) return failed(got.why);
    const problem = problemOf(got, at);
    if (problem !== null) return { ok: false, problem };
    const read = pageOf(connector, got, { window, cursor });
    if (read === null) return failed("The answer is not what this kind of source documents.");
    items.push(...read.items);
    if (read.next === null) return { ok: true, items };
    cursor = read.next;
  }
  return failed(`There are more than ${MOST_PAGES} pages, so the figure would not be whole.`);
}

function pageOf(
  connector: (typeof CONNECTORS)[keyof typeof CONNECTORS],
  got: { text: string; header: (name: string) => string | null },
  of: { window: TakenSource["windows"][number]; cursor: string | null },
) {
  try {
    const body: unknown = JSON.parse(got.text);
    return connector.read({ body, header: got.header }, of);
  } catch {
    return null;
  }
}

function failed(sentence: string): Asked {
  return { ok: false, problem: { sentence, waitUntil: null } };
}
