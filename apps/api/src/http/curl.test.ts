import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { makeApplication, makeJob, makeOrg } from "../../../../packages/domain/test/factories.ts";
import { givePassword, PASSWORD } from "../../../../packages/domain/test/instance.ts";
import { tokenOf } from "../../test/tokens.ts";
import { PUBLIC_URL, useApi } from "../../test/api.ts";
import { root } from "../../test/census.ts";

const run = promisify(execFile);
const api = useApi();
const folder = mkdtempSync(join(tmpdir(), "rubric-curl-"));
const text = readFileSync(`${root}docs/api.md`, "utf8");
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(
    ([, block = ""]) => block,
  );

let settings: Record<string, string> = {};
let job = { id: "", title: "" };

beforeAll(async () => {
  const { org, cast } = await makeOrg(api);
  const made = await makeJob(api, { org, cast });
  await makeApplication(api, org, made, { stage: "loop" });
  job = { id: made.jobId, title: "Backend Engineer" };
  const scopes = ["job.list", "job.show", "job.close"] as const;
  const { text: token } = await tokenOf(api, org, cast.recruiter, scopes);
  settings = {
    RUBRIC_TOKEN: token,
    RUBRIC_URL: PUBLIC_URL,
    RUBRIC_ORG: org.slug,
    RUBRIC_EMAIL: await givePassword(api, org, cast.recruiter),
    RUBRIC_PASSWORD: PASSWORD,
    RUBRIC_JAR: join(folder, "cookies"),
  };
  const address = new URL(await api.app.listen({ host: "127.0.0.1", port: 0 }));
  const { hostname } = new URL(PUBLIC_URL);
  // The public address leads to where this server listens.
  writeFileSync(
    join(folder, ".curlrc"),
    `noproxy = "*"\nconnect-to = "${hostname}:80:127.0.0.1:${address.port}"\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each call prints, once one is known in one of both ways. */
async function session(by: "token" | "session"): Promise<string[]> {
  await run("curl", ["--version"]).catch(() => {
    throw new Error("This test runs the curl session of docs/api.md: install curl.");
  });
  const [withToken = "", withSession = "", ...calls] = blocks("bash");
  const first = by === "token" ? withToken : withSession;
  const script = ["set -euo pipefail", first, ...calls].join("\necho\necho '=== next'\n");
  const { stdout } = await run("bash", ["-c", script], {
    cwd: folder,
    env: { PATH: "/usr/local/bin:/usr/bin:/bin", CURL_HOME: folder, HOME: folder, ...settings },
  });
  return stdout
    .split("=== next")
    .slice(1)
    .map((part) => part.trim());
}

const Refusal = z.looseObject({ requestId: z.string() });

it.each([
  ["token", /^$/],
  ["session", /"account":\{.*"email"/],
] as const)(
  "docs/api.md does what it says by curl against a real server: %s",
  async (by, known) => {
    const [signedIn = "", listed = "", shown = "", closed = ""] = await session(by);
    expect(signedIn).toMatch(known);
    expect(JSON.parse(listed)).toMatchObject({ jobs: [{ id: job.id, title: job.title }] });
    expect(JSON.parse(shown)).toMatchObject({ title: job.title });
    const [body = "", status] = closed.split("\n");
    expect(status).toBe("422");
    const [written = ""] = blocks("json");
    const { requestId: _one, ...refusal } = Refusal.parse(JSON.parse(body));
    const { requestId: _two, ...promised } = Refusal.parse(JSON.parse(written));
    expect(refusal).toEqual(promised);
  },
);
