import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const JUDGE = fileURLToPath(new URL("../../test/judge-many.ts", import.meta.url));

/** The digests of one process: of each share of the explanations, then of all of them. */
async function digests(
  seed: number,
  questions: number,
  env: Record<string, string>,
): Promise<string[]> {
  const args = [JUDGE, String(seed), String(questions)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return stdout.trim().split("\n");
}

describe("the engine is deterministic", () => {
  it("explains 100,000 random (facts, policies) alike to the byte in two processes", async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const [here, there] = await Promise.all([
      digests(seed, 100_000, { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" }),
      digests(seed, 100_000, { TZ: "America/Los_Angeles", LANG: "en_US.UTF-8" }),
    ]);
    expect(here.at(-1)).toMatch(/^100000 [0-9a-f]{64}$/);
    expect(here.length).toBeGreaterThan(20);
    expect({ seed, digests: there }).toEqual({ seed, digests: here });
  }, 120_000);

  it("sees another seed as another history", async () => {
    const [one, other] = [await digests(1, 1000, {}), await digests(2, 1000, {})];
    expect(one.at(-1)).not.toBe(other.at(-1));
  }, 60_000);
});
