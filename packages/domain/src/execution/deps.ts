import type { Database, Look, QueueName, Reader, Tx } from "@rubric/db";
import type { Anchors } from "../audit/checkpoint.ts";
import type { Actor, Org, Origin } from "../context.ts";
import type { CallerKey } from "../identity/caller-rows.ts";
import type { KeptCallers } from "../identity/keep-callers.ts";
import type { Limits } from "../limits.ts";
import type { PolicyCache } from "../policy/cache.ts";
import type { Webhooks } from "../webhook/destination.ts";
import type { Opened } from "./opening.ts";
import type { Readers } from "./reading.ts";

/** What a process lends to each call. */
export type Deps = {
  db: Database;
  /** Runs a statement that is a transaction of its own; without it one is made around it. */
  look?: Look;
  /** Where queries are sent while their organization restricts nobody; without it all go to `db`. */
  readers?: Readers;
  limits: Limits;
  /** Puts a job into a queue inside the transaction. */
  enqueue(
    tx: Tx,
    queue: QueueName,
    payload: { orgId: string | null; id: string },
    options: { after?: Date },
  ): Promise<void>;
  /** Where the audit chains' checkpoints are read; without it there are none. */
  readCheckpoints?: (orgId: string) => Promise<Anchors>;
  /** Where events may be sent; without it only to public https addresses. */
  webhooks?: Webhooks;
  /** What the process keeps of policies; without it they are read for each call. */
  policies?: PolicyCache;
  /** What the process knows of who calls; without it they are looked up for each call. */
  callers?: KeptCallers;
  /** Told when a refusal by policy could not be kept; for the log. */
  notKept?: (error: unknown) => void;
  /** Networks that count as inside, as CIDR, beside those that the internet does not route. */
  internalNetworks?: readonly string[];
  /** Replaces the database's clock; for tests. */
  now?: () => Date;
};

/** Who calls, for which organization, from where. */
export type Call = {
  org: Org;
  origin: Origin;
  /** The caller's idempotency key; null where none was sent. */
  key: string | null;
  /** The member that the call's first statement looks for, by what is known of who calls. */
  who?: { by: CallerKey; id: string };
  /** Reads the actor, with membership and roles, inside the call's own transaction. */
  actor(read: Reader, opened: Pick<Opened, "member" | "sessionOpen">): Promise<Actor>;
  sessionId?: string | null;
  /** Called after the commit of a command that opened or ended the caller's session. */
  issueSession?: (token: string | null) => void;
};
