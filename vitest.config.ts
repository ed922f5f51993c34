import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{apps,packages}/*/{src,test}/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    globalSetup: ["packages/db/test/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Each file opens a database and actors of its own and keeps nothing in its modules.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
