import { newId, type Tx } from "@rubric/db";
import { policyCase, policyRefusal } from "@rubric/db/schema";
import type { Permission } from "../permissions.ts";
import type { Shadowed } from "./engine.ts";
import type { Explanation } from "./explanation.ts";
import { isSameAnswer } from "./judge.ts";
import { lockPresent } from "./present.ts";

/** Which command was judged, about what. */
export type JudgedCommand = {
  orgId: string;
  at: Date;
  action: Permission;
  subject: { kind: string; id: string };
  jobId: string | null;
  candidateId: string | null;
};

/** Keeps how versions in shadow would have had a command: what differs whole, what agrees as a count. */
export async function keepShadowed(
  tx: Tx,
  of: JudgedCommand,
  shadowed: readonly Shadowed[],
): Promise<void> {
  if (shadowed.length === 0) return;
  await tx.insert(policyCase).values(
    shadowed.map(({ versionId, was, would }) => {
      const differs = !isSameAnswer(was, would);
      return {
        ...about(of),
        id: newId(),
        versionId,
        trialId: null,
        differs,
        was: differs ? was : null,
        would: differs ? would : null,
      };
    }),
  );
}

/**
 * Keeps that a policy refused a command, which itself was rolled back and has no audit entry: a
 * looser policy could not be tried on what was done alone. Not of who was erased or restricted
 * meanwhile; false then.
 */
export async function keepRefusal(
  tx: Tx,
  of: JudgedCommand,
  actorId: string,
  explanation: Explanation,
): Promise<boolean> {
  if (!(await lockPresent(tx, of.orgId, [of.candidateId]))(of.candidateId)) return false;
  await tx
    .insert(policyRefusal)
    .values({ ...about(of), id: newId(), rule: explanation.rule, actorId, explanation });
  return true;
}

function about({ orgId, at, action, subject, jobId, candidateId }: JudgedCommand) {
  return {
    orgId,
    at,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    jobId,
    candidateId,
  };
}
