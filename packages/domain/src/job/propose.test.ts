import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrameworkYaml } from "../framework/parse.ts";
import { parseQuestionBankYaml } from "../question/parse.ts";
import { proposeFrom } from "./plan/propose.ts";
import { planProblems } from "./plan/rules.ts";
import { PlanContent } from "./plan/schemas.ts";
import { TASKS } from "./tasks.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../content/${name}`, import.meta.url), "utf8");
const parsed = parseFrameworkYaml(read("backend-engineer.yml"));
const bank = parseQuestionBankYaml(read("backend-engineer.questions.yml"));
if (!parsed.ok || !bank.ok) throw new Error("The own content does not parse.");
const { framework } = parsed;
const themes = new Map(framework.themes.map((theme) => [theme.key, theme.name]));
const competencies = framework.competencies.map((row) => ({
  key: row.key,
  name: row.name,
  theme: themes.get(row.themeKey) ?? "",
}));
const questions = bank.bank.questions.map((one) => ({
  id: one.id,
  kind: one.kind,
  competencyKey: one.competency,
}));
const from = { version: { competencies }, expectedLevelKey: "senior", questions };
const facts = {
  competencies: new Map(competencies.map((one) => [one.key, one.name])),
  levels: new Set(framework.levels.map((level) => level.key)),
  withdrawnCompetencies: new Set<string>(),
  questions: new Set(questions.map((one) => one.id)),
};

describe("the catalogue of tasks", () => {
  it("names competencies of the own framework only, and all of them somewhere", () => {
    const named = new Set(TASKS.flatMap((task) => Object.keys(task.competencies)));
    expect([...named].toSorted()).toEqual(competencies.map((one) => one.key).toSorted());
    expect(new Set(TASKS.map((task) => task.key)).size).toBe(TASKS.length);
  });
});

describe("proposeFrom", () => {
  it("proposes nothing from nothing, and nothing from tasks the framework does not know", () => {
    expect(proposeFrom([], from)).toBeNull();
    expect(proposeFrom(["unknown"], from)).toBeNull();
    expect(proposeFrom(["caches"], { ...from, version: { competencies: [] } })).toBeNull();
  });

  it("weighs what the tasks have in common the most", () => {
    const proposal = proposeFrom(["rules-across-tables", "rules-that-vary"], from);
    const weights = new Map(
      proposal?.plan.criteria.map((one) => [one.competencyKey, one.weight]) ?? [],
    );
    expect(weights.get("domain-modelling")).toBe(5);
    expect(weights.get("rule-variation")).toBeLessThan(5);
    expect(
      proposal?.because.find((one) => one.competencyKey === "domain-modelling")?.tasks,
    ).toEqual(["rules-across-tables", "rules-that-vary"]);
  });

  it("gives one interview to each of the three themes", () => {
    const proposal = proposeFrom(["rules-across-tables", "abuse-and-limits", "slow-queries"], from);
    const loop = proposal?.plan.stages.find((stage) => stage.key === "interviews");
    expect(loop?.interviews.map((one) => one.name)).toEqual(
      expect.arrayContaining(["Business rules", "Security", "Data at scale"]),
    );
  });

  it("is always a plan that can be saved, whatever is ticked, and the same for the same ticks", () => {
    fc.assert(
      fc.property(
        fc.subarray(
          TASKS.map((task) => task.key),
          { minLength: 1 },
        ),
        (ticked) => {
          const proposal = proposeFrom(ticked, from);
          if (proposal === null) return false;
          PlanContent.parse(proposal.plan);
          expect(planProblems(proposal.plan, facts)).toEqual([]);
          expect(proposal.plan.criteria.length).toBeLessThanOrEqual(8);
          expect(proposeFrom(ticked.toReversed(), from)).toEqual(proposal);
          return true;
        },
      ),
    );
  });
});
