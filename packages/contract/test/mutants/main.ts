import { RULES } from "../../src/diff/rules.ts";
import { proveRules, summary } from "./run.ts";

const proven = proveRules();
const titles = new Map(Object.entries(RULES).map(([rule, { title }]) => [rule, title]));
for (const { rule, missed, alarms } of proven) {
  const wrong = [...missed, ...alarms];
  const mark = wrong.length === 0 ? "✓" : "✗";
  process.stdout.write(`${mark} ${rule.padEnd(4)} ${titles.get(rule) ?? ""}\n`);
  for (const line of wrong) process.stdout.write(`    ${line}\n`);
}
process.stdout.write(`${summary(proven)}\n`);
process.exitCode = proven.every((one) => one.missed.length + one.alarms.length === 0) ? 0 : 1;
