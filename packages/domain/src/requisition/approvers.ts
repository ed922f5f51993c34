import { application, member, relation } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { hidesJob } from "../application/visible-jobs.ts";
import type { ReadCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { whyBlind } from "../scorecard/seal.ts";
import { seatsOf, stagesOf } from "../scorecard/seal-facts.ts";
import { type ApproverFacts, whyNotApprover, whyNotGroups } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** What a requisition is for; law 7 keeps people away from its job and from its offer's candidate. */
export type About = { jobId: string | null; candidateId: string | null; authorId: string };

/** Whom a group names, and how many of them approve. */
export type NamedGroup = { name: string; approvals: number; memberIds: readonly string[] };

/** The people of the organization by name, with what speaks against their approval. */
async function approverFacts(ctx: Ctx, about: About): Promise<ApproverFacts[]> {
  const { read } = ctx;
  const orgId = ctx.org.id;
  const people = await read
    .select({ id: member.id, name: member.name, roles: member.roles, state: member.state })
    .from(member)
    .where(and(eq(member.orgId, orgId), eq(member.kind, "person")))
    .orderBy(asc(member.name), asc(member.id));
  const away = await keptAway(ctx, about);
  const { candidateId } = about;
  const seats = candidateId === null ? [] : await seatsOf(read, orgId, candidateId);
  const stages = candidateId === null ? [] : await stagesOf(read, orgId, candidateId);
  return people.map(({ state, ...one }) => ({
    ...one,
    active: state === "active",
    author: one.id === about.authorId,
    conflict: away.has(one.id),
    blind: whyBlind(one.id, seats, stages) !== null,
  }));
}

/** Law 7: whoever has to do with the offer's candidate, and whoever applies to the job themselves. */
async function keptAway(
  { read, org }: Ctx,
  { jobId, candidateId }: About,
): Promise<ReadonlySet<string>> {
  const related =
    candidateId === null
      ? []
      : await read
          .select({ memberId: relation.memberId })
          .from(relation)
          .where(and(eq(relation.orgId, org.id), eq(relation.candidateId, candidateId)));
  const applicants =
    jobId === null
      ? []
      : await read
          .select({ memberId: relation.memberId })
          .from(relation)
          .innerJoin(
            application,
            and(
              eq(application.orgId, relation.orgId),
              eq(application.candidateId, relation.candidateId),
            ),
          )
          .where(
            and(
              eq(relation.orgId, org.id),
              eq(relation.kind, "self"),
              eq(application.jobId, jobId),
              hidesJob(),
            ),
          );
  return new Set([...related, ...applicants].map((row) => row.memberId));
}

/** The people who may approve. */
export async function fitApprovers(
  ctx: Ctx,
  about: About,
): Promise<{ id: string; name: string; roles: readonly string[] }[]> {
  return (await approverFacts(ctx, about)).filter((one) => whyNotApprover(one) === null);
}

/** Refuses groups that can never approve, and people who may not (laws 1, 7, 15). */
export async function requireApprovers(
  ctx: Ctx,
  about: About,
  groups: readonly NamedGroup[],
): Promise<void> {
  refuseIf(whyNotGroups(groups));
  const facts = new Map((await approverFacts(ctx, about)).map((one) => [one.id, one]));
  for (const id of groups.flatMap((group) => group.memberIds)) {
    refuseIf(whyNotApprover(facts.get(id) ?? null));
  }
}
