import type { Database } from "@rubric/db";
import { INSTANCE_CHAIN } from "@rubric/domain/audit";
import type { Actor, CommandCtx, Member, Org, ReadCtx } from "@rubric/domain/context";
import { explain, Refused } from "@rubric/domain/errors";
import { type Deps, runCommand, runQuery } from "@rubric/domain/execution";
import { type Permission, permissionRow, SUBJECT_FIELD } from "@rubric/domain/permissions";
import { holdDue } from "@rubric/domain/interview";
import { LIMITS } from "@rubric/domain/limits";
import { runDue } from "../worker/system.ts";

export const INSTANCE: Org = { id: INSTANCE_CHAIN, slug: "", name: "Rubric" };

/** Runs a domain command as somebody, at an instant of the past or now. */
export type Act = <I extends object, T>(
  actor: Actor,
  at: Date,
  permission: Permission,
  verb: (ctx: CommandCtx, input: I) => Promise<T>,
  input: I,
) => Promise<T>;

/** The same for a query. */
export type Read = <I extends object, T>(
  actor: Actor,
  at: Date,
  permission: Permission,
  verb: (ctx: ReadCtx, input: I) => Promise<T>,
  input: I,
) => Promise<T>;

export type Acting = {
  org: Org;
  act: Act;
  read: Read;
  /** What the worker does each minute: interviews whose end has passed were held. */
  holdDue(at: Date): Promise<void>;
  /** What the domain is lent, with its clock set. */
  depsAt(at: Date): Deps;
};

/** Someone who came to a public page. */
export const VISITOR: Actor = { kind: "anyone" };

/** A candidate on their own page. */
export function asCandidate(candidateId: string): Actor {
  return { kind: "candidate", candidateId };
}

/** A member, with the roles they were invited with. */
export function asMember(one: Omit<Member, "kind">): Member {
  return { kind: "member", ...one };
}

/**
 * The ways into the domain for one organization: each command is authorized, ruled and audited as
 * over HTTP. E-mails are queued in the database and handed to no worker, so nobody receives them.
 */
export function actingFor(db: Database, org: Org, requestId = "demo"): Acting {
  const origin = { ip: "127.0.0.1", requestId, userAgent: "demo" };
  const depsAt = (at: Date): Deps => ({
    db,
    limits: { ...LIMITS, signUp: true },
    enqueue: async () => {},
    now: () => at,
  });
  return {
    org,
    depsAt,
    holdDue: async (at) => {
      await runDue(depsAt(at), org, "interview.holdDue", holdDue);
    },
    act: async (actor, at, permission, verb, input) => {
      const answers: Awaited<ReturnType<typeof verb>>[] = [];
      const call = { org, origin, key: null, actor: async () => actor };
      await telling(permission, actor, () =>
        runCommand<unknown>(
          depsAt(at),
          call,
          {
            permission,
            subjectId: subjectIdOf(permission, input),
            input,
            key: "none",
            audit: permission.endsWith(".saveDraft") ? "none" : "one",
            parse: (answer) => answer,
          },
          async (ctx) => {
            answers.splice(0, 1, await verb(ctx, input));
          },
        ),
      );
      for (const answer of answers) return answer;
      throw new Error(`${permission} gave no answer.`);
    },
    read: (actor, at, permission, verb, input) =>
      telling(permission, actor, () =>
        runQuery(
          depsAt(at),
          { org, origin, key: null, actor: async () => actor },
          { permission, subjectId: subjectIdOf(permission, input) },
          (ctx) => verb(ctx, input),
        ),
      ),
  };
}

/** Runs a command that a rule refuses: what judged it is kept, and nothing else. */
export async function refused<I extends object, T>(
  { act }: Acting,
  actor: Actor,
  at: Date,
  permission: Permission,
  verb: (ctx: CommandCtx, input: I) => Promise<T>,
  input: I,
): Promise<void> {
  const failed = await act(actor, at, permission, verb, input).then(
    () => null,
    (error: unknown) => error,
  );
  if (failed === null) throw new Error(`${permission} was not refused.`);
  const denied = failed instanceof Error && failed.cause instanceof Refused ? failed.cause : null;
  if (denied?.denial.explanation === undefined) throw failed;
}

/** A refusal becomes an error that names the command, who gave it, and the sentence. */
async function telling<T>(permission: Permission, actor: Actor, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const who = actor.kind === "member" ? actor.name : actor.kind;
    const { sentence } = explain(error.denial);
    throw new Error(`${permission} by ${who}: ${error.denial.code}. ${sentence}`, { cause: error });
  }
}

function subjectIdOf(permission: Permission, input: object): string | null {
  const { on } = permissionRow(permission);
  if (on === "instance" || on === "org") return null;
  const id = new Map<string, unknown>(Object.entries(input)).get(SUBJECT_FIELD[on]);
  return typeof id === "string" ? id : null;
}
