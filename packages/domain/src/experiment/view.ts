import type { Reader } from "@rubric/db";
import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { mayOf } from "../may.ts";
import { findRule } from "../policy/rulebook.ts";
import { toInstant } from "../wire.ts";
import { type ExperimentRow, requireExperiment } from "./access.ts";
import { resultOf } from "./compare.ts";
import { measure } from "./measure.ts";
import { whyNotStart, whyNotStop } from "./rules.ts";
import type { ExperimentView } from "./schemas.ts";
import { METRIC_WORDS, METRICS, SUBJECTS } from "./subjects.ts";
import { segmentOf } from "./variant.ts";

/** What a list and a page say of an experiment alike. */
export function headOf(row: ExperimentRow) {
  const { id, name, rule, state } = row;
  return {
    id,
    name,
    rule,
    ruleSentence: sentenceOf(rule),
    state,
    createdAt: toInstant(row.createdAt),
    startedAt: toInstant(row.startedAt),
    stoppedAt: toInstant(row.stoppedAt),
  };
}

/** A rule in a sentence, whatever its parameters are. */
export function sentenceOf(name: string): string {
  const rule = findRule(name);
  return rule?.template[rule.kinds[0]]?.replaceAll(/\{\w+\}/g, "…") ?? name;
}

/**
 * An experiment as a page shows it. While it runs no number is shown, only whether there are enough
 * subjects: who looks early and stops when it pleases makes every interval wrong, and two looks
 * compared would tell of one person.
 */
export async function experimentView(
  ctx: Pick<ReadCtx, "read" | "org" | "actor">,
  experimentId: string,
): Promise<ExperimentView> {
  const row = await requireExperiment(ctx.read, ctx.org.id, experimentId);
  const counts = await measure(ctx.read, row, row.stoppedAt ?? row.createdAt);
  const countOf = (key: string) => counts.get(key) ?? { of: 0, total: 0 };
  const [first] = row.variants;
  const memberId = ctx.actor.kind === "member" ? ctx.actor.memberId : "";
  const names = await namesOf(ctx.read, row);
  const metric = METRICS.find((one) => one === row.metric) ?? "withdrew";
  return {
    ...headOf(row),
    question: row.question,
    subject: SUBJECTS.find((one) => one === row.subject) ?? "candidate",
    metric: { name: metric, ...METRIC_WORDS[metric] },
    minimum: row.minimum,
    variants: row.variants.map(({ key, weight }) => ({
      key,
      weight,
      segment: segmentOf(row.id, key),
      enough: countOf(key).total >= row.minimum,
      result:
        row.state === "stopped"
          ? resultOf(
              countOf(key),
              first === undefined || first.key === key ? null : countOf(first.key),
              row.minimum,
            )
          : null,
    })),
    createdBy: names.get(row.createdBy) ?? "",
    startedBy: row.startedBy === null ? null : (names.get(row.startedBy) ?? ""),
    stoppedBy: row.stoppedBy === null ? null : (names.get(row.stoppedBy) ?? ""),
    stopReason: row.stopReason,
    may: {
      start: mayOf(whyNotStart({ ...row, memberId })),
      stop: mayOf(whyNotStop(row)),
    },
  };
}

async function namesOf(read: Reader, row: ExperimentRow): Promise<ReadonlyMap<string, string>> {
  const ids = [row.createdBy, row.startedBy, row.stoppedBy].filter((one) => one !== null);
  const rows = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, row.orgId), inArray(member.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
