import { newId, type Tx } from "@rubric/db";
import { policyCase, policyTrial } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { begin } from "../execution/begin.ts";
import type { Deps } from "../execution/deps.ts";
import { requireVersion } from "./access.ts";
import type { Shadow } from "./engine.ts";
import type { Explanation } from "./explanation.ts";
import { type PastCommand, pastCommands } from "./history.ts";
import { isSameAnswer, judgeTried } from "./judge.ts";
import { loadPolicies, withTried } from "./load.ts";
import { lockPresent } from "./present.ts";
import type { Rule } from "./rule.ts";
import { findRule } from "./rulebook.ts";

/** Commands that are judged anew in one transaction. */
const BATCH = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Trial = typeof policyTrial.$inferSelect;

/**
 * Goes through an organization's history with a version that does not bind, batch by batch, and
 * keeps what would have come out differently. Begun anew after a fall it goes on where it was; two
 * workers at one trial come one after the other.
 */
export async function runTrial(
  deps: Pick<Deps, "db" | "now">,
  orgId: string,
  trialId: string,
): Promise<void> {
  for (let more = true; more;) {
    more = await deps.db.transaction(async (tx) => {
      const { clock } = await begin(tx, orgId, deps);
      return tryBatch(tx, orgId, trialId, clock);
    });
  }
}

/** Marks a trial that could not be ended, so that it can be begun anew. */
export async function failTrial(
  deps: Pick<Deps, "db" | "now">,
  orgId: string,
  trialId: string,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const { clock } = await begin(tx, orgId, deps);
    await tx
      .update(policyTrial)
      .set({ state: "failed", endedAt: clock })
      .where(and(eq(policyTrial.orgId, orgId), eq(policyTrial.id, trialId)));
  });
}

async function tryBatch(tx: Tx, orgId: string, trialId: string, clock: Date): Promise<boolean> {
  const ofTrial = and(eq(policyTrial.orgId, orgId), eq(policyTrial.id, trialId));
  const [trial] = await tx.select().from(policyTrial).where(ofTrial).for("update");
  if (trial === undefined || trial.state === "done" || trial.state === "failed") return false;
  const row = await requireVersion({ read: tx, org: { id: orgId } }, trial.versionId);
  const rule = findRule(row.policy.rule);
  const batch = {
    rule: row.policy.rule,
    after: trial.cursor ?? FIRST,
    before: trial.id,
    limit: BATCH,
  };
  const found = await pastCommands(tx, orgId, batch);
  const isPresent = await lockPresent(
    tx,
    orgId,
    found.map((one) => one.candidateId),
  );
  // Read again: whom an erasure was at is locked now, or their details are empty.
  const commands = await pastCommands(tx, orgId, batch);
  const judgeable = commands.filter((one) => isPresent(one.candidateId));
  const { index } = await loadPolicies(tx, orgId);
  const anew = rule === null ? NOTHING : judgeAnew(rule, withTried(index, row), judgeable);
  await keepCases(tx, trial, anew.cases);
  const more = commands.length === BATCH;
  await tx
    .update(policyTrial)
    .set({
      state: more ? "running" : "done",
      seen: sql`${policyTrial.seen} + ${commands.length}`,
      judged: sql`${policyTrial.judged} + ${anew.judged}`,
      changed: sql`${policyTrial.changed} + ${anew.cases.length}`,
      cursor: commands.at(-1)?.id ?? trial.cursor,
      endedAt: more ? null : clock,
    })
    .where(ofTrial);
  return more;
}

type Case = { command: PastCommand; was: Explanation; would: Explanation };
const NOTHING: { judged: number; cases: Case[] } = { judged: 0, cases: [] };

/** What a version would have said of these commands, where it would have been the one to judge. */
function judgeAnew(
  rule: Rule,
  tried: Shadow,
  commands: readonly PastCommand[],
): { judged: number; cases: Case[] } {
  const cases: Case[] = [];
  let judged = 0;
  for (const command of commands) {
    for (const was of command.judged) {
      if (was.rule !== rule.name) continue;
      const facts = rule.facts.safeParse(was.facts);
      if (!facts.success) continue;
      const would = judgeTried(rule, facts.data, tried, was.place, new Date(was.at));
      if (would === null) continue;
      judged += 1;
      if (!isSameAnswer(was, would)) cases.push({ command, was, would });
    }
  }
  return { judged, cases };
}

async function keepCases(tx: Tx, trial: Trial, cases: readonly Case[]): Promise<void> {
  if (cases.length === 0) return;
  await tx.insert(policyCase).values(
    cases.map(({ command, was, would }) => ({
      orgId: trial.orgId,
      id: newId(),
      versionId: trial.versionId,
      trialId: trial.id,
      differs: true,
      at: command.at,
      action: command.action,
      subjectKind: command.subjectKind,
      subjectId: command.subjectId,
      jobId: command.jobId,
      candidateId: command.candidateId,
      was,
      would,
    })),
  );
}
