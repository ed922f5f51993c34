import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const source = tracked.filter(
  (file) => /\.tsx?$/.test(file) && !file.includes("/migrations/") && !file.endsWith(".d.ts"),
);
const text = (file: string) => readFileSync(join(root, file), "utf8");
const lines = (file: string) => text(file).split("\n");

/** Where a cast stands under the guarantee that makes it true; nowhere else. */
const CASTS: Record<string, number> = {
  "apps/api/src/procedure.ts": 1,
  "packages/client/src/client.ts": 1,
  "packages/client/src/refusal.ts": 1,
  "packages/db/src/prepared.ts": 1,
  "packages/db/src/together.ts": 1,
  "packages/domain/src/errors.ts": 2,
  "packages/domain/src/execution/look.ts": 1,
  "packages/domain/src/policy/judge.ts": 1,
  "packages/domain/test/harness.ts": 1,
};

const isCast = (line: string) =>
  /[\w)\]}>"'] as (unknown|never|string|number|boolean|readonly|typeof|[A-Z]\w*)\b/.test(
    line.replaceAll(/"[^"]*"/g, '""'),
  ) && !/^\s*(import|export|\*|\/\/|\/\*)/.test(line);

describe("the repository", () => {
  it("casts only in the named helpers", () => {
    const found = source
      .filter((file) => !file.endsWith("repository.test.ts"))
      .map((file) => ({ file, casts: lines(file).filter(isCast) }))
      .filter(({ file, casts }) => casts.length > (CASTS[file] ?? 0));
    expect(found).toEqual([]);
  });

  it("reads the environment only in env.ts, configurations and tests' own set-up", () => {
    const allowed =
      /(^|\/)env\.ts$|\.config\.ts$|^scripts\/|^e2e\/|^bench\/|test-database\.ts$|main\.test\.ts$|test\/global-setup\.ts$|embedded/;
    expect(
      source.filter((file) => !allowed.test(file) && text(file).includes("process.env")),
    ).toEqual([]);
  });

  it("has no file above 400 lines", () => {
    expect(source.filter((file) => lines(file).length > 401)).toEqual([]);
  });

  it("has no skipped, focused or sleeping test, and no silenced check", () => {
    const silent =
      /\b(it|test|describe)\.(skip|only|todo|fixme)\b|waitForTimeout\(|@ts-(ignore|expect-error)|: any\b|<any>/;
    const named = source.filter((file) => !file.endsWith("repository.test.ts"));
    expect(named.filter((file) => lines(file).some((line) => silent.test(line)))).toEqual([]);
  });

  it("keeps client components away from the database", () => {
    const client = source.filter(
      (file) => file.startsWith("apps/web/") && text(file).startsWith('"use client"'),
    );
    expect(client.length).toBeGreaterThan(0);
    expect(
      client.filter((file) => /from "(@rubric\/db|drizzle-orm|postgres)/.test(text(file))),
    ).toEqual([]);
  });

  it("cites only paths that exist in its documents", () => {
    const broken = tracked
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) =>
        [...text(file).matchAll(/`((?:apps|packages|e2e|scripts|docs|bench)\/[\w./[\]-]+)`/g)]
          .map(([, path = ""]) => ({ file, path: path.replace(/\/$/, "") }))
          .filter(({ path }) => !existsSync(join(root, path))),
      );
    expect(broken).toEqual([]);
  });

  it("names nothing of the machine it was written on", () => {
    const own = new RegExp(["/work", "main|/tmp", "bash|registry\\.npm"].join("/"));
    const named = tracked.filter(
      (file) => !file.endsWith("repository.test.ts") && !/\.(png|pdf|docx)$/.test(file),
    );
    expect(named.filter((file) => own.test(text(file)))).toEqual([]);
    expect(dirname(root)).not.toBe("");
  });
});
