import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPermission } from "../permissions.ts";
import { parametersOf } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import { allRules, findRule, readPolicy, ruleOf, RULES } from "./rulebook.ts";

const folder = new URL("../", import.meta.url);
const inFolder = (path: string) => existsSync(new URL(path, folder));
const named = allRules().map((rule) => [rule.name, rule] as const);
const bracesIn = (words: string) => [...words.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);

describe("the list of rules", () => {
  it("has each rule under its own name", () => {
    expect(Object.values(RULES).map((rule) => rule.name)).toEqual(Object.keys(RULES));
  });

  it("keeps the type of a rule that is asked for by name", () => {
    expect(ruleOf("offer.headcount").defaults.marginPercent).toBe(20);
    expect(findRule("offer.headcount")).toBe(RULES["offer.headcount"]);
    expect(findRule("toString")).toBeNull();
  });
});

describe.each(named)("rule %s", (_, rule: Rule) => {
  it("is named by its feature, and its table tests by a file", () => {
    expect(rule.name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
    expect(inFolder(rule.name.split(".")[0] ?? "")).toBe(true);
    expect(inFolder(rule.tests)).toBe(true);
  });

  it("is asked at points of the table of permissions, and keeps laws that there are", () => {
    expect(rule.points.length).toBeGreaterThan(0);
    expect(rule.points.filter((point) => !isPermission(point))).toEqual([]);
    expect(new Set(rule.points).size).toBe(rule.points.length);
    expect(rule.laws.filter((law) => !Number.isInteger(law) || law < 1 || law > 17)).toEqual([]);
  });

  it("has a sentence for each of its kinds and for no other, which names only its parameters", () => {
    expect(Object.keys(rule.template).toSorted()).toEqual(rule.kinds.toSorted());
    const names = parametersOf(rule).map((one) => one.name);
    const inWords = Object.values(rule.template).flatMap(bracesIn);
    expect(inWords.filter((name) => name === undefined || !names.includes(name))).toEqual([]);
  });

  it("names each parameter for people, and its defaults are parameters", () => {
    expect(rule.parameters.parse(rule.defaults)).toEqual(rule.defaults);
    for (const { name, title } of parametersOf(rule)) {
      expect([name, title]).toEqual([name, expect.stringMatching(/^[A-Z].*[^.]$/)]);
    }
    expect(rule.parameters.safeParse({ ...rule.defaults, notAParameter: 1 }).success).toBe(false);
  });

  it("has words for its effects where flow is one of its kinds, and only there", () => {
    expect(Object.keys(rule.effects).length > 0).toBe(rule.kinds.includes("flow"));
  });
});

describe("a policy's parameters and kind", () => {
  const rule = RULES["offer.headcount"];
  const read = (kind: string, parameters: unknown) => readPolicy(rule, { kind, parameters });

  it.each([
    ["validation", { marginPercent: 0 }],
    ["flow", { marginPercent: 100 }],
  ])("are read by the rule: %s %j", (kind, parameters) => {
    expect(read(kind, parameters)).toEqual({ ok: true, policy: { kind, parameters } });
  });

  it.each([
    ["advice", { marginPercent: 20 }, ["kind"]],
    ["flow", { marginPercent: 101 }, ["parameters.marginPercent"]],
    ["flow", {}, ["parameters.marginPercent"]],
    ["flow", { marginPercent: 20, more: 1 }, ["parameters"]],
    ["flow", null, ["parameters"]],
    ["", { marginPercent: "20" }, ["kind", "parameters.marginPercent"]],
  ])("are refused by field: %s %j: %j", (kind, parameters, fields) => {
    const outcome = read(kind, parameters);
    expect(outcome.ok ? [] : Object.keys(outcome.fields)).toEqual(fields);
  });
});
