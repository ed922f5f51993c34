import type { Tx } from "@rubric/db";
import { actorId, appendAudit } from "../audit/append.ts";
import { authorize } from "../authorize.ts";
import type { Actor, AuditStage, CommandCtx, Enqueue, ReadCtx } from "../context.ts";
import { type Permission, permissionRow } from "../permissions.ts";
import { passWall } from "../retention/wall.ts";
import { refuseReadAgain } from "../scorecard/read-again.ts";
import { begin } from "./begin.ts";
import { type Opened, open } from "./opening.ts";
import type { Call, Deps } from "./deps.ts";
import { emitCommand } from "../webhook/emit.ts";
import { STRICT } from "../webhook/destination.ts";
import { claim, claimOf, remember } from "./idempotency.ts";
import { refuse, Refused } from "../errors.ts";
import { type JudgedCommand, keepRefusal, keepShadowed } from "../policy/keep.ts";
import type { SubjectFacts } from "../subjects.ts";
import { recordExposures } from "../experiment/expose.ts";
import { reading, type Way } from "./reading.ts";
import { retrying } from "./retrying.ts";
import { newTrace, policiesFor, type Trace } from "./trace.ts";

export type QueryOptions = { permission: Permission; subjectId: string | null };

/** Runs a query verb in a read-only transaction of the call's organization. */
export async function runQuery<T>(
  deps: Deps,
  call: Call,
  options: QueryOptions,
  verb: (ctx: ReadCtx) => Promise<T>,
): Promise<T> {
  const { permission, subjectId } = options;
  const { on } = permissionRow(permission);
  const run = (way: Way) =>
    way.db.transaction(async (tx) => {
      const opened = await way.open(tx, call, deps, { on, subjectId, readOnly: true });
      const { clock, epoch } = opened;
      const actor = await call.actor(tx, opened);
      await passWall(tx, actor);
      const known = knownTo(actor, opened);
      const found = await authorize(tx, actor, call.org, permission, subjectId, known);
      return verb({
        actor,
        org: call.org,
        origin: call.origin,
        sessionId: call.sessionId ?? null,
        readCheckpoints: deps.readCheckpoints ?? noCheckpoints,
        webhooks: deps.webhooks ?? STRICT,
        read: tx,
        clock,
        limits: deps.limits,
        policy: await policiesFor(deps, call, { tx, actor, clock, epoch, log: newTrace().log }),
        ...found,
      });
    });
  return retrying(() => reading(deps, call.org.id, run));
}

export type CommandOptions<T> = QueryOptions & {
  /** The input as it was parsed; part of what the idempotency key stands for. */
  input: unknown;
  /** `required` unless the command is a sign-in, a sign-out or the redeeming of a link. */
  key: "required" | "none";
  /** `none` only for saving one's own draft. */
  audit: "one" | "none";
  /** Parses the view inside the transaction, and a stored answer when a key is used again. */
  parse: (answer: unknown) => T;
};

/**
 * Runs a command verb: one transaction that sets the organization, reads the actor anew,
 * authorizes, claims the idempotency key, runs the verb, parses the view, stores the answer, puts
 * its event on the way and appends the one audit entry, last (laws 13 and 14). A stored answer is given again unless the actor
 * was sealed since (law 1). Serialization failures and deadlocks are
 * tried again, at most 5 times; then, and after 10 s of waiting for a lock, the call is BUSY.
 */
export async function runCommand<T>(
  deps: Deps,
  call: Call,
  options: CommandOptions<T>,
  verb: (ctx: CommandCtx) => Promise<T>,
): Promise<T> {
  if (options.key === "required" && call.key === null) return refuse("KEY_MISSING", {});
  let trace = newTrace();
  const answer = await retrying(() => {
    trace = newTrace();
    return deps.db.transaction((tx) => attempt(deps, call, options, verb, tx, trace));
  }).catch(async (error: unknown) => {
    await noteRefusal(deps, call, options, trace, error);
    throw error;
  });
  const token = trace.issued.at(-1);
  if (token !== undefined) call.issueSession?.(token);
  return answer;
}

/** What the opening found, for whom it was looked for: behind the wall only the person themselves sees. */
function knownTo(actor: Actor, opened: Opened): Opened | null {
  return actor.kind === "candidate" ? null : opened;
}

async function attempt<T>(
  deps: Deps,
  call: Call,
  options: CommandOptions<T>,
  verb: (ctx: CommandCtx) => Promise<T>,
  tx: Tx,
  trace: Trace,
): Promise<T> {
  const { permission } = options;
  const key = options.key === "required" ? call.key : null;
  const { subjectId } = options;
  const opened = await open(tx, call, deps, {
    on: permissionRow(permission).on,
    subjectId,
    lockSeconds: key === null ? 10 : 2,
  });
  const { clock, epoch } = opened;
  const actor = await call.actor(tx, opened);
  await passWall(tx, actor);
  const known = knownTo(actor, opened);
  const found = await authorize(tx, actor, call.org, permission, subjectId, known);
  trace.by = { actor, subject: found.subject, clock };
  const claimed =
    key === null
      ? null
      : await claimOf(call.org.id, actorId(actor), permission, key, options.input);
  if (claimed !== null) {
    const known = await claim(tx, claimed, clock);
    if (known !== null) {
      const { candidateId } = found.subject;
      if (actor.kind === "member" && candidateId !== undefined) {
        await refuseReadAgain(tx, call.org.id, actor.memberId, candidateId, known.at);
      }
      return options.parse(known.answer);
    }
  }
  const staged: AuditStage[] = [];
  const kept: unknown[] = [];
  const enqueue: Enqueue = (queue, payload, after) => deps.enqueue(tx, queue, payload, after ?? {});
  const answer = options.parse(
    await verb({
      actor,
      org: call.org,
      origin: call.origin,
      sessionId: call.sessionId ?? null,
      readCheckpoints: deps.readCheckpoints ?? noCheckpoints,
      webhooks: deps.webhooks ?? STRICT,
      read: tx,
      tx,
      clock,
      limits: deps.limits,
      policy: await policiesFor(deps, call, { tx, actor, clock, epoch, log: trace.log }),
      ...found,
      audit: (entry) => staged.push(entry),
      keepAnswer: (other) => kept.push(other),
      issueSession: (token) => trace.issued.push(token),
      enqueue,
    }),
  );
  await recordExposures({ tx, org: call.org, clock }, trace.log.exposed);
  const [entry] = staged;
  if (staged.length !== (options.audit === "one" ? 1 : 0)) {
    throw new Error(`${permission} staged ${staged.length} audit entries.`);
  }
  if (claimed !== null) {
    await remember(tx, claimed, kept.length > 0 ? kept.at(-1) : answer, entry?.candidateId);
  }
  if (entry !== undefined) {
    await keepShadowed(
      tx,
      {
        ...judgedCommand(call, permission, found.subject, clock),
        subject: entry.subject,
        candidateId: entry.candidateId ?? found.subject.candidateId ?? null,
      },
      trace.log.shadowed,
    );
    await emitCommand({ tx, read: tx, org: call.org, clock, enqueue }, permission, entry);
    await appendAudit(tx, call.org.id, actor, permission, call.origin, {
      ...entry,
      judged: { jobId: found.subject.jobId ?? null, by: trace.log.judged },
    });
  }
  return answer;
}

/**
 * Keeps what a policy refused, after the rollback of the command. Who asked gets the refusal
 * whether it could be kept or not.
 */
async function noteRefusal(
  deps: Deps,
  call: Call,
  { permission }: QueryOptions,
  { by, log }: Trace,
  error: unknown,
): Promise<void> {
  if (!(error instanceof Refused) || error.denial.explanation === undefined || by === null) return;
  const { explanation } = error.denial;
  const of = judgedCommand(call, permission, by.subject, by.clock);
  await deps.db
    .transaction(async (tx) => {
      await begin(tx, call.org.id, deps);
      const kept = await keepRefusal(tx, of, actorId(by.actor), explanation);
      if (kept) await keepShadowed(tx, of, log.shadowed);
    })
    .catch((failure: unknown) => deps.notKept?.(failure));
}

function judgedCommand(
  call: Call,
  action: Permission,
  { kind, id, jobId, candidateId }: SubjectFacts,
  at: Date,
): JudgedCommand {
  return {
    orgId: call.org.id,
    at,
    action,
    subject: { kind, id: id ?? call.org.id },
    jobId: jobId ?? null,
    candidateId: candidateId ?? null,
  };
}

async function noCheckpoints() {
  return { checkpoints: [], brokenAtLine: null };
}
