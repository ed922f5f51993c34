import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { Sentence, say, step } from "./messages.mjs";
import { runQuietly } from "./run.mjs";

const program = join(root, "apps/api/src/demo.ts");

/**
 * Loads the demo organization into an instance that has never had it.
 * @returns {Promise<Record<string, string>[]>} Its accounts, one for each role.
 */
export async function loadDemoOnce(folder, env) {
  const file = join(folder, "demo-accounts.jsonl");
  if (!existsSync(file)) {
    if (!existsSync(program)) return [];
    const { code, lines } = await step("Loading the demo organization", () =>
      runQuietly(process.execPath, [program], { env }),
    );
    if (code !== 0)
      throw new Sentence(`The demo organization cannot be loaded:\n${lines.slice(-20).join("\n")}`);
    writeFileSync(`${file}.new`, lines.filter((line) => line.startsWith("{")).join("\n"), {
      mode: 0o600,
    });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Prints the accounts as a table, its columns named by the first one's fields. */
export function printAccounts(accounts) {
  const columns = Object.keys(accounts[0] ?? {});
  const widths = columns.map((name) =>
    Math.max(name.length, ...accounts.map((account) => String(account[name]).length)),
  );
  const row = (cells) =>
    `  ${cells.map((cell, index) => String(cell).padEnd(widths[index])).join("  ")}`.trimEnd();
  say(row(columns));
  for (const account of accounts) say(row(columns.map((name) => account[name])));
}
