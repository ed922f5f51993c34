import type { Tx } from "@rubric/db";
import { metricFigure, metricLogin } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { figuresOf } from "../metric/access.ts";
import { METRICS, type Target } from "../metric/metrics.ts";
import type { RecordSections } from "./document.ts";
import type { SectionCtx } from "./sections.ts";

/** A member's figures with what each is and where it is from, the newest stretch first. */
export async function recordOfMetrics(
  ctx: SectionCtx,
  memberId: string,
): Promise<RecordSections["metrics"]> {
  return (await figuresOf(ctx, memberId)).map((one) => {
    const { name, says, unit, target } = METRICS[one.metric];
    return {
      metric: one.metric,
      name,
      says,
      unit,
      target: targetWords(target),
      period: one.period,
      from: one.from,
      through: one.through,
      value: one.value,
      n: one.n,
      source:
        one.source === null
          ? `entered by ${one.enteredBy ?? ""}`
          : `fetched from ${one.source.kind}, ${one.source.project}`,
      at: one.at,
      meets: one.meets,
    };
  });
}

function targetWords(target: Target): string {
  switch (target.is) {
    case "below":
      return `below ${target.value}`;
    case "above":
      return `above ${target.value}`;
    case "at_least":
      return `at least ${target.value}`;
    case "between":
      return `${target.low} to ${target.high}`;
  }
}

/** Erases a member's figures, and what they are called at sources. */
export async function eraseMetrics(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await tx
    .delete(metricFigure)
    .where(and(eq(metricFigure.orgId, orgId), eq(metricFigure.memberId, memberId)));
  await tx
    .delete(metricLogin)
    .where(and(eq(metricLogin.orgId, orgId), eq(metricLogin.memberId, memberId)));
}
