import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { digestsOf, ownCases, planViolations } from "./run.ts";

const PEOPLE = 500;
const DIGESTS = "--digests";

const { people, library } = await ownCases(PEOPLE);
if (process.argv.includes(DIGESTS)) {
  process.stdout.write(JSON.stringify(digestsOf(people, library.toReversed())));
} else {
  const violations = planViolations(people, library, secondRun());
  for (const words of violations) process.stdout.write(`${words}\n`);
  process.stdout.write(`${String(people.length)} plans, ${String(violations.length)} violations\n`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}

/** The plans' digests by a process of its own, from the library in another order. */
function secondRun(): string[] {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), DIGESTS], {
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  return z.array(z.string()).parse(JSON.parse(output));
}
