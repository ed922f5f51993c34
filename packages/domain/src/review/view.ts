import type { Reader } from "@rubric/db";
import { framework, frameworkLevel, frameworkVersion, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { type Denial, explain, refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import {
  contentOf,
  expectationsOf,
  loadReview,
  ownPart,
  sideOf,
  type SubmittedPart,
} from "./access.ts";
import {
  aloneIn,
  type ReviewFacts,
  type Side,
  whyNotAnswerReview,
  whyNotCancelReview,
  whyNotCloseReview,
  whyNotReadSide,
  whyNotWriteSide,
} from "./rules.ts";
import type { ReviewView } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "actor" | "org" | "read" | "clock" | "duties" | "limits">;

/** A review as one of its two people sees it: the other side only once it is open (law 1). */
export async function reviewView(ctx: Ctx, reviewId: string): Promise<ReviewView> {
  const { line, facts, parts } = await loadReview(ctx, reviewId);
  const mine = sideOf(ctx);
  const theirs = mine === "self" ? "manager" : "self";
  const sealed = whyNotReadSide(facts, ctx.clock);
  const own = await ownPart(ctx, reviewId, mine, requireMember(ctx).memberId);
  const part = (side: Side) => parts.find((one) => one.side === side);
  const people = await peopleOf(ctx.read, ctx.org.id, line.memberId);
  const rows = await expectationsOf(ctx, line.levelId);
  const managing = mine === "manager";
  const why = (denial: Denial | null) => denial && explain(denial);
  return {
    id: line.id,
    ...people,
    ...(await ladderOf(ctx.read, ctx.org.id, line)),
    state: line.state,
    openedAt: toInstant(line.openedAt),
    dueAt: toInstant(line.dueAt),
    extremeEvidenceLength: ctx.limits.extremeEvidenceLength,
    mine,
    own: {
      ...(await sideView(ctx, facts, part(mine), true)),
      draft:
        part(mine) !== undefined || line.state !== "open"
          ? null
          : {
              content: own?.draft ?? null,
              revision: own?.draftRevision ?? 0,
              savedAt: toInstant(own?.draftSavedAt ?? null),
            },
    },
    other: await sideView(ctx, facts, part(theirs), sealed === null),
    sealed: why(sealed),
    alone: aloneIn(facts, ctx.clock),
    rows: rows.map(({ proficiency: _proficiency, ...row }) => row),
    outcome: line.state === "open" ? "" : line.outcome,
    closedAt: toInstant(line.closedAt),
    answer: line.answer,
    answeredAt: toInstant(line.answeredAt),
    may: {
      submit: why(whyNotWriteSide(facts, mine)),
      close: managing ? why(whyNotCloseReview(facts, ctx.clock)) : only("manager"),
      cancel: managing ? why(whyNotCancelReview(facts)) : only("manager"),
      answer: managing ? only("person") : why(whyNotAnswerReview(facts)),
    },
  };
}

function only(by: "person" | "manager") {
  return explain({ code: "FORBIDDEN", facts: { by } });
}

async function sideView(
  ctx: Pick<Ctx, "read" | "org">,
  { state }: ReviewFacts,
  part: SubmittedPart | undefined,
  open: boolean,
): Promise<ReviewView["other"]> {
  if (part?.submittedAt == null) {
    return { state: state === "open" ? "owed" : "missing", submitted: null };
  }
  if (!open) return { state: "submitted", submitted: null };
  return {
    state: "submitted",
    submitted: {
      by: part.by,
      at: toInstant(part.submittedAt),
      afterReading: part.afterReading,
      content: await contentOf(ctx, part),
    },
  };
}

async function peopleOf(
  read: Reader,
  orgId: string,
  memberId: string,
): Promise<Pick<ReviewView, "member" | "manager">> {
  const [row] = await read
    .select({ id: member.id, name: member.name, managerId: member.managerId })
    .from(member)
    .where(and(eq(member.orgId, orgId), eq(member.id, memberId)));
  if (row === undefined) return refuse("NOT_FOUND", {});
  const [manager] =
    row.managerId === null
      ? []
      : await read
          .select({ id: member.id, name: member.name })
          .from(member)
          .where(and(eq(member.orgId, orgId), eq(member.id, row.managerId)));
  return { member: { id: row.id, name: row.name }, manager: manager ?? null };
}

async function ladderOf(
  read: Reader,
  orgId: string,
  { versionId, levelId }: { versionId: string; levelId: string },
): Promise<Pick<ReviewView, "framework" | "level">> {
  const [row] = await read
    .select({
      framework: {
        id: framework.id,
        name: framework.name,
        versionId: frameworkVersion.id,
        number: frameworkVersion.number,
      },
      level: { id: frameworkLevel.id, key: frameworkLevel.key, name: frameworkLevel.name },
    })
    .from(frameworkVersion)
    .innerJoin(
      framework,
      and(
        eq(framework.orgId, frameworkVersion.orgId),
        eq(framework.id, frameworkVersion.frameworkId),
      ),
    )
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, frameworkVersion.orgId),
        eq(frameworkLevel.versionId, frameworkVersion.id),
        eq(frameworkLevel.id, levelId),
      ),
    )
    .where(and(eq(frameworkVersion.orgId, orgId), eq(frameworkVersion.id, versionId)));
  return row ?? refuse("NOT_FOUND", {});
}
