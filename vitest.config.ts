import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, longest first: whatever begins last shall not be one of them. */
const LONGEST = ["law-1", "matrix", "demo", "cli", "main", "embedded", "headcount", "door"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["{apps,packages}/*/{src,test}/**/*.test.{ts,tsx}", "{scripts,bench}/**/*.test.ts"],
    globalSetup: ["packages/db/test/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Each file opens a database and actors of its own and keeps nothing in its modules.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
