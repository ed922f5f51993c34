import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { entriesOf } from "../../test/asked-at.ts";
import { MODULES, ruleSources, SOURCE, tableOf } from "../../test/rule-sources.ts";
import { type Named, SourceGraph } from "../../test/source-graph.ts";
import { rowOf } from "../errors.ts";
import type { Permission } from "../permissions.ts";
import { EVERY_POINT, type FixedRule } from "./fixed-rule.ts";
import { FIXED_RULES } from "./fixed-rules.ts";
import { allRules } from "./rulebook.ts";

const routers = fileURLToPath(new URL("../../../../apps/api/src/routers/", import.meta.url));
const graph = new SourceGraph(SOURCE);
const settable = new Set(allRules().map((rule) => rule.name));
/** Every exported rule that no policy sets: `offer/rules.ts#whyNotSend` is `offer.whyNotSend`. */
const RULES = new Map([...ruleSources(graph)].filter(([name]) => !settable.has(name)));
const named = new Set(RULES.values());
const declared = MODULES.flatMap((file) =>
  [...graph.module(file).declared.keys()].map((name) => `${file}#${name}`),
);
/** Who is let through is asked by each rule's own frame, wherever a verb asks it once more. */
const FRAME = new Set(["authorize.ts#authorize"]);

/** What each declaration throws by `refuseIf`, itself or by a function that it hands on. */
const thrown = new Map(
  declared.map((one) => {
    const reached = graph.reach(graph.namedBy(one, { thrown: true }));
    return [one, [...reached].filter((other) => named.has(other))] as const;
  }),
);

const entries = entriesOf(graph, routers, MODULES, EVERY_POINT);
const reachedBy = (from: readonly Named[]) => [...graph.reach(from)];
const thrownBy = (from: readonly Named[], not: ReadonlySet<Named>) =>
  [...graph.reach(from, not)].flatMap((one) => (not.has(one) ? [] : (thrown.get(one) ?? [])));
const at = (rule: FixedRule) => RULES.get(rule.name) ?? "";

const reachedAt = new Map(
  [...entries].map(([point, { verbs }]) => [point, graph.reach(verbs)] as const),
);
const verbRefuses = new Map(
  [...entries].map(([point, { verbs }]) => [point, new Set(thrownBy(verbs, FRAME))] as const),
);
const refusedAt = new Map(
  [...entries].map(([point, { frame }]) => {
    const before = [...thrownBy([frame], new Set()), ...(verbRefuses.get(point) ?? [])];
    return [point, new Set(before)] as const;
  }),
);

/**
 * Where a rule's answer is not thrown: it leaves something out, is shown, or is one of the facts of
 * another rule. There the walk sees only that it is reached.
 */
const NOT_THROWN: Record<string, "all" | readonly Permission[]> = {
  "scorecard.whyNotRead": "all",
  "scorecard.whyNotByService": "all",
  "application.whyNotDeviate": "all",
  "baseline.whyNotBaseline": "all",
  "baseline.whyNotReadBaseline": "all",
  "round.whyNotRaters": "all",
  "review.whyNotReadSide": "all",
  "review.whyNotWriteSide": ["review.show"],
  "review.whyNotCloseReview": ["review.show"],
  "review.whyNotCancelReview": ["review.show"],
  "review.whyNotAnswerReview": ["review.show"],
  "candidate.whyNotPublic": ["candidate.listPosts", "candidate.showPost"],
  "job.whyNotTeam": ["job.create"],
  "organization.whyNotSignUp": ["organization.showSignUp"],
};

/** Refusals of a rule that another one asks first, and that cannot come of it there. */
const NEVER: Record<string, readonly string[]> = {
  "interview.whyNotAbsent": ["INTERVIEW_BEGUN"],
  "interview.whyNotCancel": ["INTERVIEW_BEGUN", "INTERVIEW_NOT_YET"],
  "review.whyNotCloseReview": ["REVIEW_SEALED"],
};

const lawsOf = (rule: FixedRule) => rule.codes.flatMap((code) => rowOf(code).law ?? []);
const list = FIXED_RULES.map((rule) => [rule.name, rule] as const);

describe("the list of fixed rules", () => {
  it("has every exported rule of the domain once, and nothing else", () => {
    expect(FIXED_RULES.map((rule) => rule.name).toSorted()).toEqual([...RULES.keys()].toSorted());
    expect(RULES.size).toBeGreaterThan(80);
  });

  it("knows where each permission's call begins, save for what the worker runs in bulk", () => {
    expect(EVERY_POINT.filter((point) => !entries.has(point))).toEqual([
      "interview.holdDue",
      "interview.remindOwed",
      "scorecard.voidStale",
      "scorecard.excuseDisabled",
    ]);
  });
});

describe.each(list)("%s", (_, rule) => {
  it("is reached at each of its points, and refuses at no other", () => {
    expect(rule.points.length).toBeGreaterThan(0);
    const other = NOT_THROWN[rule.name] ?? [];
    const unasked = rule.points.filter((point) => {
      const thrownHere = other !== "all" && !other.includes(point);
      return (thrownHere ? refusedAt : reachedAt).get(point)?.has(at(rule)) === false;
    });
    expect(unasked).toEqual([]);
    const refuses = [...verbRefuses].filter(([, rules]) => rules.has(at(rule)));
    const left = refuses.map(([point]) => point).filter((point) => !rule.points.includes(point));
    expect(left).toEqual([]);
  });

  it("says with what it refuses, and by which laws", () => {
    const codes = reachedBy([at(rule)]).flatMap((one) => graph.codesOf(one, "deny"));
    const never = NEVER[rule.name] ?? [];
    expect(new Set([...rule.codes, ...never])).toEqual(new Set(codes));
    expect(new Set(rule.laws)).toEqual(new Set(lawsOf(rule)));
    expect(rule.says).toMatch(/^[A-Z].*\.$/);
  });

  it("has a table of tests that brings each of its refusals", () => {
    const texts = tableOf(rule.tests, at(rule));
    expect(texts).not.toBeNull();
    expect(rule.codes.filter((code) => texts?.has(code) !== true)).toEqual([]);
  });
});
