import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { othersOf, whoIsNamed } from "../candidate/others.ts";
import type { ReadCtx } from "../context.ts";
import { type Denial, deny, explain, refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { sideOf } from "../review/access.ts";
import { blindOn } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import {
  baselineRow,
  type Evidence,
  evidenceOf,
  factsOf,
  growing,
  type Hired,
  hiredBy,
} from "./access.ts";
import { baselineManagerRule, strictestOf } from "./manager-rule.ts";
import {
  managerFrom,
  type Sight,
  whyNotObject,
  whyNotOpenBaseline,
  whyNotReadBaseline,
  whyNotShareBaseline,
  whyNotWithdrawObjection,
} from "./rules.ts";
import type { BaselineCompetency, BaselineView } from "./schemas.ts";

export type BaselineCtx = Pick<
  ReadCtx,
  "actor" | "org" | "read" | "clock" | "duties" | "subject" | "policy"
>;

/** A baseline with what is in it and what was done with it, before it is asked who may read it. */
export async function loadBaseline(
  ctx: Pick<BaselineCtx, "read" | "org" | "policy">,
  memberId: string,
) {
  const person = await growing(ctx, memberId);
  const hired = person.candidateId === null ? null : await hiredBy(ctx, person.candidateId);
  const { evidence, left } = hired === null ? NOTHING : await evidenceOf(ctx, memberId, hired);
  const row = await baselineRow(ctx, memberId);
  const regions = person.establishment === null ? (hired?.locations ?? []) : [person.establishment];
  const policy = strictestOf(ctx.policy.effects(baselineManagerRule, {}, { regions }));
  return { person, hired, evidence, left, row, policy, facts: factsOf(row, evidence.length === 0) };
}

const NOTHING: Awaited<ReturnType<typeof evidenceOf>> = { evidence: [], left: new Set() };

type Loaded = Awaited<ReturnType<typeof loadBaseline>>;

/** Why the caller reads nothing of a baseline now: law 1, their turn, or that there is none. */
export async function sealedTo(
  ctx: BaselineCtx,
  { facts, policy, hired }: Loaded,
): Promise<Denial | null> {
  if (sideOf(ctx) === "self") {
    if (facts.empty) return deny("BASELINE_EMPTY", {});
    return facts.openedAt === null ? deny("BASELINE_UNOPENED", {}) : null;
  }
  return sealedToManager(ctx, { facts, policy, hired }, requireMember(ctx).memberId);
}

/** Why a manager reads nothing of a baseline now, whoever asks. */
export async function sealedToManager(
  { read, org, clock }: Pick<BaselineCtx, "read" | "org" | "clock">,
  { facts, policy, hired }: Pick<Loaded, "facts" | "policy" | "hired">,
  managerId: string,
): Promise<Denial | null> {
  const blind = hired && (await blindOn(read, org.id, managerId, hired.candidateId));
  const sealed = whyNotReadBaseline(facts, policy, clock);
  return sealed === null && blind !== null ? deny("BASELINE_SEALED", {}) : sealed;
}

/**
 * A baseline as one of the two sees it. To a manager who reads nothing it looks the same whether
 * there is none, it was not opened, or the person objects.
 */
export async function baselineView(ctx: BaselineCtx, memberId: string): Promise<BaselineView> {
  const loaded = await loadBaseline(ctx, memberId);
  const { person, hired, evidence, row, policy, facts } = loaded;
  const mine = sideOf(ctx);
  const sealed = await sealedTo(ctx, loaded);
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const own = mine === "self";
  const sees: Sight = own ? "ratings_and_evidence" : policy.sees;
  const seen = sealed === null ? await withoutOthers(ctx, evidence, hired) : [];
  const why = (denial: Denial | null) => denial && explain(denial);
  const notYours = explain(deny("FORBIDDEN", { by: "person" }));
  const told = own || sealed === null;
  const from = policy.sees === "nothing" ? null : managerFrom(facts, policy.graceDays);
  return {
    member: { id: person.id, name: person.name },
    manager: await nameOf(ctx, person.managerId),
    mine,
    none: own ? noneOf(loaded) : null,
    notice: own ? noticeView(hired) : null,
    job:
      own && hired !== null
        ? { title: hired.title, hiredAt: toInstant(hired.hiredAt ?? ctx.clock) }
        : null,
    openedAt: told ? toInstant(facts.openedAt) : null,
    managerSees: policy.sees,
    managerFrom: told && facts.objectedAt === null ? toInstant(from) : null,
    sealed: why(sealed),
    competencies: byCompetency(seen, sees, (at) => dayIn(timeZone, at)),
    remark: told ? (row?.remark ?? "") : "",
    objection:
      own && facts.objectedAt !== null
        ? { at: toInstant(facts.objectedAt), reason: row?.objection ?? "" }
        : null,
    may: {
      open: own ? why(whyNotOpenBaseline(facts)) : notYours,
      share: own ? why(whyNotShareBaseline(facts)) : notYours,
      object: own ? why(whyNotObject(facts)) : notYours,
      withdrawObjection: own ? why(whyNotWithdrawObjection(facts)) : notYours,
    },
  };
}

/**
 * Evidence in whose words no other candidate of the job is named: where one is, the words are withheld
 * and the rating stays. They were written for deciders, and those candidates were told of no such use.
 */
export async function withoutOthers(
  ctx: Parameters<typeof othersOf>[0],
  evidence: readonly Evidence[],
  hired: Hired | null,
): Promise<Evidence[]> {
  if (hired === null || evidence.length === 0) return [...evidence];
  const others = await othersOf(ctx, hired);
  return evidence.map((one) =>
    whoIsNamed(one.evidence, others) === null ? one : { ...one, evidence: WITHHELD },
  );
}

const WITHHELD = "These words name another candidate and are not shown.";

/** The evidence by competency, in the framework's order; without words where only ratings are seen. */
export function byCompetency(
  evidence: readonly Evidence[],
  sees: Sight,
  dayOf: (at: Date) => string,
): BaselineCompetency[] {
  return [...Map.groupBy(evidence, ({ key }) => key).values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { key, name, theme } = first;
    const ratings = some.map(({ rating, evidence: words, by, at }) => ({
      rating,
      evidence: sees === "ratings_and_evidence" ? words : null,
      by,
      on: dayOf(at),
    }));
    return [{ key, name, theme, ratings }];
  });
}

function noneOf({ hired, evidence, left }: Loaded): BaselineView["none"] {
  if (evidence.length > 0) return null;
  if (hired === null) return "not_hired";
  return hired.notice === null || left.has("no_notice") ? "no_notice" : "nothing_rated";
}

function noticeView(hired: Hired | null): BaselineView["notice"] {
  return hired?.notice == null ? null : { text: hired.notice.text, at: toInstant(hired.notice.at) };
}

async function nameOf({ read, org }: BaselineCtx, memberId: string | null) {
  if (memberId === null) return null;
  const [row] = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, org.id), eq(member.id, memberId)));
  return row ?? refuse("NOT_FOUND", {});
}
