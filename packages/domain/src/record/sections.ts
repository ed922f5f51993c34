import type { Reader, Tx } from "@rubric/db";
import type { RecordSections } from "./document.ts";
import { eraseBaseline, eraseTurns, recordOfBaselines } from "./of-baseline.ts";
import { eraseCheckIns, recordOfCheckIns } from "./of-check-ins.ts";
import { eraseEvidence, recordOfEvidence } from "./of-evidence.ts";
import { eraseLadder, recordOfLadder } from "./of-ladder.ts";
import { eraseMetrics, recordOfMetrics } from "./of-metrics.ts";
import { erasePlans, recordOfPlans } from "./of-plans.ts";
import { eraseReviews, recordOfReviews } from "./of-reviews.ts";

export type SectionCtx = { read: Reader; org: { id: string }; clock: Date };

/** What a feature holds of a member's growth: how it is read for them, and how it is erased. */
type Section<T> = {
  read: (ctx: SectionCtx, memberId: string) => Promise<T>;
  erase: (tx: Tx, orgId: string, memberId: string) => Promise<void>;
};

/** Every feature that holds something, in the order in which it is erased: who refers goes first. */
const SECTIONS: { [K in keyof RecordSections]: Section<RecordSections[K]> } = {
  checkIns: { read: recordOfCheckIns, erase: eraseCheckIns },
  evidence: { read: recordOfEvidence, erase: eraseEvidence },
  metrics: { read: recordOfMetrics, erase: eraseMetrics },
  plans: { read: recordOfPlans, erase: erasePlans },
  baseline: { read: recordOfBaselines, erase: eraseBaseline },
  reviews: { read: recordOfReviews, erase: eraseReviews },
  ladder: { read: recordOfLadder, erase: eraseLadder },
};

/** All that is held of a member's growth, as far as they may read it. */
export async function readSections(ctx: SectionCtx, memberId: string): Promise<RecordSections> {
  return {
    ladder: await SECTIONS.ladder.read(ctx, memberId),
    baseline: await SECTIONS.baseline.read(ctx, memberId),
    reviews: await SECTIONS.reviews.read(ctx, memberId),
    plans: await SECTIONS.plans.read(ctx, memberId),
    checkIns: await SECTIONS.checkIns.read(ctx, memberId),
    evidence: await SECTIONS.evidence.read(ctx, memberId),
    metrics: await SECTIONS.metrics.read(ctx, memberId),
  };
}

/** Erases all that is held of a member's growth. */
export async function eraseSections(tx: Tx, orgId: string, memberId: string): Promise<void> {
  await eraseTurns(tx, orgId, memberId);
  for (const { erase } of Object.values(SECTIONS)) await erase(tx, orgId, memberId);
}
