import type { QueueName, Reader, Tx } from "@rubric/db";
import type { Anchors } from "./audit/checkpoint.ts";
import type { Duty, Role } from "./duties.ts";
import type { Permission } from "./permissions.ts";
import type { Policies } from "./policy/engine.ts";
import type { Explanation } from "./policy/explanation.ts";
import type { Limits } from "./limits.ts";
import type { SubjectFacts } from "./subjects.ts";
import type { Webhooks } from "./webhook/destination.ts";

export type Member = {
  kind: "member";
  memberId: string;
  /** Null for a service account: a program's, which judges nobody. */
  accountId: string | null;
  name: string;
  roles: readonly Role[];
  /** The token that the member's call came with; without one it came from their session. */
  token?: TokenUse;
};
/** A member with an account of their own: everybody but a service account. */
export type StaffMember = Member & { accountId: string };
export type TokenUse = { id: string; name: string; scopes: readonly string[] };
export type Candidate = { kind: "candidate"; candidateId: string };
export type Account = { kind: "account"; accountId: string };
export type Anyone = { kind: "anyone" };
export type System = { kind: "system"; job: string };
export type Actor = Member | Candidate | Account | Anyone | System;

export type Org = { id: string; slug: string; name: string };

/** Where a call came from; goes into the audit entry and nowhere else. */
export type Origin = { ip: string; requestId: string; userAgent: string };

/** What a query verb gets. `duties` are the actor's on the subject of the call. */
export type ReadCtx<A extends Actor = Actor> = {
  actor: A;
  org: Org;
  read: Reader;
  clock: Date;
  limits: Limits;
  /** The organization's policies, as they are in force for this call. */
  policy: Policies;
  duties: ReadonlySet<Duty>;
  subject: SubjectFacts;
  origin: Origin;
  /** The caller's own session, as it is stored; null without one. */
  sessionId: string | null;
  /** The checkpoints of an organization's audit chain, which lie outside the database. */
  readCheckpoints(orgId: string): Promise<Anchors>;
  /** Where events may be sent, and how their secrets are kept. */
  webhooks: Webhooks;
};

export type AuditStage = {
  subject: { kind: string; id: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Whose personal data the detail holds; emptied when they are erased. */
  candidateId?: string | undefined;
  /** What an erasure took: told to who copied it, and kept in no entry. */
  erased?: { person: boolean; applicationIds: readonly string[] };
  /** What was judged by policy on the way; the command's frame puts it in. */
  judged?: { jobId: string | null; by: readonly Explanation[] };
  /** The stage whose seal covers the detail (law 1). */
  sealed?: { applicationId: string; stageId: string } | undefined;
};

export type Enqueue = (
  queue: QueueName,
  payload: { orgId: string | null; id: string },
  options?: { after?: Date },
) => Promise<void>;

/** What a command verb gets: the same, with the transaction it writes in. */
export type CommandCtx<A extends Actor = Actor> = ReadCtx<A> & {
  tx: Tx;
  /** Stages the one audit entry of this command. */
  audit(entry: AuditStage): void;
  enqueue: Enqueue;
  /** Stores this under the idempotency key in place of an answer that holds a secret (law 14). */
  keepAnswer(answer: unknown): void;
  /** Hands a new session's token to the caller's browser once the command is committed; null takes it away. */
  issueSession(token: string | null): void;
};

export type { Permission };
