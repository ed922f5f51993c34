import { describe, expect, it } from "vitest";
import {
  asksForDisability,
  asksForPayHistory,
  isGendered,
  speaksOfCanadianExperience,
} from "./words.ts";

describe("law 8: whether a question asks for earlier pay", () => {
  it.each([
    "What is your current salary?",
    "Please state your current annual base salary.",
    "What was your last pay?",
    "How much do you earn?",
    "How much did you make at your last job?",
    "How much are you currently paid?",
    "What are you earning today?",
    "What do you currently earn?",
    "What was your salary?",
    "What is your total compensation?",
    "Tell us your salary history.",
    "Please upload your last three pay slips.",
    "Attach a payslip.",
    "Your compensation at your previous employer",
    "The salary in your last role, please.",
    "What were you paid?",
    "Previous compensation",
    "Current CTC",
    "Wie hoch ist Ihr aktuelles Gehalt?",
    "Ihr letztes Gehalt, bitte.",
    "Bisheriges Jahresgehalt",
    "Was verdienen Sie derzeit?",
    "Wie viel hast du zuletzt verdient?",
  ])("%s yes", (text) => {
    expect(asksForPayHistory(text)).toBe(true);
  });

  it.each([
    "What is your salary expectation?",
    "Which salary do you expect?",
    "What are your pay requirements?",
    "Current salary expectations",
    "When could you start?",
    "What decisions have you made that you would make again?",
    "How did you pay down technical debt in your last job?",
    "How do you handle compensation in a saga?",
    "How does your current design handle compensation of a failed step?",
    "Describe the last payment system that you built.",
    "How much of the design did you make yourself?",
    "What did you make of the outage?",
    "How would you earn the trust of a new team?",
    "Tell us of a past incident that cost income.",
    "Welche Gehaltsvorstellung haben Sie?",
    "Was haben Sie mit Postgres an Erfahrung gesammelt?",
    "Was verstehen Sie unter einer Transaktion?",
    "",
  ])("%s no", (text) => {
    expect(asksForPayHistory(text)).toBe(false);
  });

  it("reads over line breaks, and forms of letters", () => {
    expect(asksForPayHistory("What is your current\n  salary?")).toBe(true);
    expect(asksForPayHistory("Ｃｕｒｒｅｎｔ ｓａｌａｒｙ")).toBe(true);
  });
});

describe("other words that a region forbids", () => {
  it.each<[string, boolean]>([
    ["Do you have a disability?", true],
    ["How many sick days did you take?", true],
    ["Any medical conditions we should know of?", true],
    ["How do you keep a service healthy?", false],
    ["How do you monitor the health of a cluster?", false],
  ])("disability: %s %s", (text, expected) => {
    expect(asksForDisability(text)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ["Canadian experience required", true],
    ["3 years of Canadian work experience", true],
    ["Experience of working in Canada", true],
    ["You work with our Canadian team and bring experience with Go.", false],
    ["Remote in Canada", false],
  ])("Canadian experience: %s %s", (text, expected) => {
    expect(speaksOfCanadianExperience(text)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ["Salesman", true],
    ["Forewoman of the night shift", true],
    ["Backend engineer (m/w/d)", false],
    ["Human factors engineer", false],
    ["Manager of the German team", false],
  ])("gendered title: %s %s", (title, expected) => {
    expect(isGendered(title)).toBe(expected);
  });
});
