import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const beside = (name: string) =>
  fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));

const LEVELS = [
  "junior",
  "engineer",
  "senior-1",
  "senior-2",
  "lead",
  "principal",
  "staff",
  "director",
];
const THEMES = [
  "planning",
  "independence",
  "problem-solving",
  "business-impact",
  "communication",
  "team-work",
  "learning",
  "leadership",
  "technical",
];

const words = (id: string) =>
  id.replaceAll(
    /(^|-)([a-z])/g,
    (_all, dash: string, first: string) => `${dash === "" ? "" : " "}${first.toUpperCase()}`,
  );

/** A job family without named rows, in another tool's hand: one entry a level and theme. */
function madeLadder(): string {
  const levels = LEVELS.map((id) => `  - id: ${id}\n    name: ${words(id)}\n`);
  const themes = THEMES.map(
    (id) => `  - id: ${id}\n    name: ${words(id)}\n    summary: |\n      What ${id} is about.\n`,
  );
  const entries = LEVELS.flatMap((level, l) =>
    THEMES.map((theme, t) => {
      const id = `aaaaaaaa-0000-4000-8000-${String(l * 100 + t).padStart(12, "0")}`;
      const summary = `      1. Shows ${theme} as ${level}.\n\n      2. And says why: "so".\n`;
      return `  - id: ${id}\n    level: ${level}\n    theme: ${theme}\n    summary: |\n${summary}    proficiency: Expert\n`;
    }),
  );
  return `name: Ladder\nsummary: |\n  A ladder.\ngoogleSheetId: sheet\n\nlevels:\n${levels.join("")}\nthemes:\n${themes.join("")}\ncompetencies:\n${entries.join("")}`;
}

/**
 * Ladders of 8 levels, 9 themes and 72 entries in the shape of a job family: one of our own, and
 * the Financial Times' where its file lies beside the checkout.
 */
export const ladders: { name: string; text: string }[] = [
  { name: "a ladder of our own", text: madeLadder() },
  ...["ft-engineering.yml"]
    .filter((name) => existsSync(beside(name)))
    .map((name) => ({ name, text: readFileSync(beside(name), "utf8") })),
];

/** The job family's JSON Schema by its owners, where its file lies beside the checkout. */
export const ownersSchemas: object[] = ["ft-job-family.schema.json"]
  .filter((name) => existsSync(beside(name)))
  .map((name): object => JSON.parse(readFileSync(beside(name), "utf8")));
