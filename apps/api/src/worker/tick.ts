import { chainHeads, writeCheckpoints } from "@rubric/domain/audit";
import { keepMissingTerms, signTerms } from "@rubric/domain/candidate";
import type { CommandCtx } from "@rubric/domain/context";
import { catchUp, remindDue } from "@rubric/domain/deadline";
import type { Deps } from "@rubric/domain/execution";
import { allOrganizations, deleteExpired } from "@rubric/domain/identity";
import { reportFairness } from "@rubric/domain/fairness";
import { holdDue, remindOwed } from "@rubric/domain/interview";
import { publishInsight } from "@rubric/domain/insight";
import { unpublishDue } from "@rubric/domain/job";
import { dueSources } from "@rubric/domain/metric";
import { expireDue, passCouncilWeeks } from "@rubric/domain/offer";
import type { Permission } from "@rubric/domain/permissions";
import { eraseLeft } from "@rubric/domain/record";
import { type DeliverDeps, forgottenDeliveries, pruneWebhooks } from "@rubric/domain/webhook";
import {
  expireConsents,
  forgetAnswers,
  removeUploads,
  sendNotices,
} from "@rubric/domain/retention";
import { fillRounds, openRoundsDue } from "@rubric/domain/round";
import { excuseDisabled, voidStale } from "@rubric/domain/scorecard";
import type { Log } from "./log.ts";
import { runDue } from "./system.ts";

/** What the system does when it is due, in this order, in each organization. */
const DUE: readonly [Permission, (ctx: CommandCtx) => Promise<number>, entry?: "own"][] = [
  ["interview.holdDue", holdDue],
  ["scorecard.excuseDisabled", excuseDisabled],
  ["scorecard.voidStale", voidStale],
  ["interview.remindOwed", remindOwed],
  ["deadline.catchUp", catchUp],
  ["deadline.remindDue", remindDue],
  ["job.unpublishDue", unpublishDue, "own"],
  ["offer.expireDue", async (ctx) => (await expireDue(ctx)).expired.length, "own"],
  ["offer.passCouncilWeeks", passCouncilWeeks, "own"],
  ["retention.removeUploads", removeUploads],
  ["retention.expireConsents", expireConsents],
  ["retention.sendNotices", sendNotices],
  ["round.openDue", openRoundsDue],
  ["round.fill", fillRounds],
  ["insight.publish", publishInsight, "own"],
  ["webhook.prune", pruneWebhooks],
  ["record.eraseLeft", eraseLeft],
];

/** Of what is done in batches, at most this many a minute, so that one organization delays no other. */
const BATCHES = 20;

/** Deliveries of an organization that are woken up at once, if their jobs were lost. */
const WOKEN = 500;

export type TickDeps = {
  api: Deps & DeliverDeps;
  /** The same as `rubric_retention`. */
  retention: Deps;
  log: Log;
  /** Set when the worker stops: what has begun is ended, nothing else begins. */
  stopping: AbortSignal;
};

/**
 * Runs what is due, organization by organization. What fails in one is logged and tried again at
 * the next tick; it stops no other.
 */
export async function tick(deps: TickDeps): Promise<void> {
  const { api, retention, log, stopping } = deps;
  for (const org of await allOrganizations(api.db)) {
    for (const [permission, verb, entry] of DUE) {
      await guarded(deps, { orgId: org.id, doing: permission }, async () => {
        for (let batch = 0; batch < BATCHES && !stopping.aborted; batch += 1) {
          const count = await runDue(api, org, permission, verb, entry);
          if (count === 0) return;
          log.info({ orgId: org.id, count }, permission);
        }
      });
    }
    await guarded(deps, { orgId: org.id, doing: "fairness.report" }, async () => {
      await runDue(retention, org, "fairness.report", reportFairness, "own");
    });
    await guarded(deps, { orgId: org.id, doing: "forgetting answers" }, async () => {
      await forgetAnswers(retention.db, org.id, now(api), api.limits);
    });
    for (const keep of [keepMissingTerms, signTerms]) {
      await guarded(deps, { orgId: org.id, doing: "keeping search terms" }, async () => {
        for (let batch = 0; batch < BATCHES && !stopping.aborted; batch += 1) {
          if ((await keep(api.db, org.id)) === 0) return;
        }
      });
    }
    await guarded(deps, { orgId: org.id, doing: "waking deliveries" }, async () => {
      await wake(api, "webhook", org.id, await forgottenDeliveries(api, org.id, WOKEN));
    });
    await guarded(deps, { orgId: org.id, doing: "asking sources" }, async () => {
      await wake(api, "metric", org.id, await dueSources(api, org.id));
    });
  }
  await guarded(deps, { doing: "deleting expired links" }, () => deleteExpired(api.db, now(api)));
}

async function wake(
  api: Deps,
  queue: "webhook" | "metric",
  orgId: string,
  ids: readonly string[],
): Promise<void> {
  await api.db.transaction(async (tx) => {
    for (const id of ids) await api.enqueue(tx, queue, { orgId, id }, {});
  });
}

/** Writes down outside the database how far each audit chain has come (law 13). */
export async function writeDownHeads(api: Deps, file: string): Promise<number> {
  return writeCheckpoints(file, await chainHeads(api.db), now(api));
}

function now(api: Deps): Date {
  return api.now?.() ?? new Date();
}

async function guarded(
  { log, stopping }: TickDeps,
  what: Record<string, string>,
  work: () => Promise<void>,
): Promise<void> {
  if (stopping.aborted) return;
  try {
    await work();
  } catch (error) {
    log.error({ ...what, err: error }, "what was due was not done");
  }
}
