import { describe, expect, it } from "vitest";
import type { PlanContent } from "./plan/schemas.ts";
import { type PlanFacts, planProblems, whyNotPlan } from "./plan/rules.ts";

describe("planProblems", () => {
  const facts: PlanFacts = {
    competencies: new Map([
      ["a", "Alpha"],
      ["b", "Beta"],
      ["gone", "Gone"],
    ]),
    levels: new Set(["senior"]),
    withdrawnCompetencies: new Set(["gone"]),
    questions: new Set(["q"]),
  };
  const kit = {
    name: "Talk",
    kind: "interview" as const,
    minutes: 60,
    instructions: "",
    competencyKeys: ["a"],
    questionIds: ["q"],
  };
  const blank = { assesses: "", tip: "", debrief: false, answerDays: 5, interviews: [] };
  const criterionOf = (competencyKey: string, expectedLevelKey = "senior") => ({
    competencyKey,
    expectedLevelKey,
    weight: 3,
    required: false,
  });
  const good: PlanContent = {
    criteria: [criterionOf("a")],
    stages: [
      { ...blank, key: "review", name: "Review", kind: "review" },
      { ...blank, key: "talk", name: "Talk", kind: "interview", interviews: [kit] },
      { ...blank, key: "offer", name: "Offer", kind: "offer" },
    ],
  };
  const [review, talk, offer] = good.stages;
  if (review === undefined || talk === undefined || offer === undefined) throw new Error("three");
  const withKit = (changed: Partial<typeof kit>): PlanContent => ({
    ...good,
    stages: [review, { ...talk, interviews: [{ ...kit, ...changed }] }, offer],
  });
  const table: [string, PlanContent, string[]][] = [
    ["a whole plan", good, []],
    [
      "no criterion",
      { ...withKit({}), criteria: [] },
      ["criteria", "stages.1.interviews.0.competencyKeys"],
    ],
    [
      "a criterion twice",
      { ...good, criteria: [criterionOf("a"), criterionOf("a")] },
      ["criteria.1.competencyKey"],
    ],
    [
      "an unknown competency",
      { ...good, criteria: [criterionOf("a"), criterionOf("x")] },
      ["criteria.1.competencyKey"],
    ],
    [
      "a withdrawn one",
      { ...good, criteria: [criterionOf("a"), criterionOf("gone")] },
      ["criteria.1.competencyKey"],
    ],
    [
      "an unknown level",
      { ...good, criteria: [criterionOf("a", "guru")] },
      ["criteria.0.expectedLevelKey"],
    ],
    [
      "a required one that nobody rates",
      { ...good, criteria: [criterionOf("a"), { ...criterionOf("b"), required: true }] },
      ["criteria.1.required"],
    ],
    ["no review first", { ...good, stages: [talk, offer] }, ["stages"]],
    ["no offer last", { ...good, stages: [review, talk] }, ["stages"]],
    [
      "an offer in between",
      { ...good, stages: [review, { ...offer, key: "o" }, talk, offer] },
      ["stages.1.kind"],
    ],
    ["one key twice", { ...good, stages: [review, talk, { ...talk }, offer] }, ["stages.2.key"]],
    [
      "no interview",
      { ...good, stages: [review, { ...talk, interviews: [] }, offer] },
      ["stages.1.interviews"],
    ],
    [
      "an interview in a review",
      { ...good, stages: [{ ...review, interviews: [kit] }, talk, offer] },
      ["stages.0.interviews"],
    ],
    [
      "an interview without criteria",
      withKit({ competencyKeys: [] }),
      ["stages.1.interviews.0.competencyKeys"],
    ],
    [
      "a criterion outside the rubric",
      withKit({ competencyKeys: ["a", "b"] }),
      ["stages.1.interviews.0.competencyKeys"],
    ],
    [
      "a criterion twice in a kit",
      withKit({ competencyKeys: ["a", "a"] }),
      ["stages.1.interviews.0.competencyKeys"],
    ],
    ["an unknown question", withKit({ questionIds: ["z"] }), ["stages.1.interviews.0.questionIds"]],
    [
      "a question twice",
      withKit({ questionIds: ["q", "q"] }),
      ["stages.1.interviews.0.questionIds"],
    ],
  ];
  it.each(table)("%s", (_name, content, paths) => {
    expect(planProblems(content, facts).map((problem) => problem.path)).toEqual(paths);
    const expected = paths.length === 0 ? null : "PLAN_INVALID";
    expect(whyNotPlan(content, facts)?.code ?? null).toBe(expected);
  });
});
