import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ownHandshake } from "@rubric/api/contract/open";
import { ownManifest } from "@rubric/api/contract/own";
import { TRANSFORMS } from "@rubric/api/contract/transforms";
import { breaksOnWire } from "@rubric/contract/diff";
import { makeHandshake } from "@rubric/contract/handshake";
import { Manifest } from "@rubric/contract/manifest";
import { afterAll, describe, expect, it } from "vitest";
import { makeApplication, makeJob, makeOrg } from "../../domain/test/factories.ts";
import { PATH } from "./env.ts";
import { useRubric } from "./rubric.ts";

const run = promisify(execFile);
const released = fileURLToPath(new URL("released/", import.meta.url));
const tarballs = readdirSync(released).filter((name) => name.endsWith(".tgz"));
const PEOPLE = 60;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The contract that a packed client was built with. */
function contractOf(tarball: string): Manifest {
  const options = { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 } as const;
  const file = join(released, tarball);
  return Manifest.parse(
    JSON.parse(execFileSync("tar", ["-xzOf", file, "package/contract.json"], options)),
  );
}

/** Installs a packed client as somebody else does, without a network. */
function install(tarball: string): string {
  const folder = mkdtempSync(join(tmpdir(), "rubric-released-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const flags = ["--offline", "--no-audit", "--no-fund", "--silent"];
  execFileSync("npm", ["install", ...flags, join(released, tarball)], { cwd: folder });
  return folder;
}

it("keeps the client of the last release, small enough to be kept", () => {
  expect(tarballs.length).toBeGreaterThan(0);
  for (const name of tarballs) {
    expect(statSync(join(released, name)).size).toBeLessThan(500_000);
    expect(name).toContain(contractOf(name).contractId);
  }
});

describe.each(tarballs)("%s", (tarball) => {
  const own = ownManifest(new Date());
  const contract = contractOf(tarball);
  const current = contract.contractId === own.contractId;
  const rubric = useRubric({
    handshake: current ? ownHandshake() : makeHandshake(own, [contract], breaksOnWire, TRANSFORMS),
  });

  it("passes its own suite against this server", { timeout: 120_000 }, async () => {
    const { harness, url } = rubric;
    const { org, cast } = await makeOrg(harness);
    const job = await makeJob(harness, { org, cast });
    for (let n = 0; n < PEOPLE; n += 1) {
      await makeApplication(harness, org, job, { name: `Page ${n}` });
    }
    const { candidateId } = await makeApplication(harness, org, job);
    const suite = {
      url,
      token: await rubric.tokenOf(org, cast.recruiter),
      narrowToken: await rubric.tokenOf(org, cast.recruiter, ["job.list"]),
      candidateLink: await rubric.linkOf(org, candidateId),
      jobId: job.jobId,
      people: PEOPLE,
    };
    const program = join(install(tarball), "node_modules/@rubric/client/suite/suite.mjs");
    const env = { PATH, RUBRIC_SUITE: JSON.stringify(suite) };
    const { stdout } = await run(process.execPath, ["--test-reporter", "tap", program], {
      env,
    }).catch((failed: { stdout: string }) => failed);
    expect(stdout.split("\n").filter((line) => line.startsWith("not ok"))).toEqual([]);
    expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(15);
    expect(stdout).toMatch(/^# fail 0$/m);
  });

  it("has a command line that others can run", async () => {
    const bin = join(install(tarball), "node_modules/.bin/rubric");
    const { stdout } = await run(process.execPath, [bin, "--version"], { encoding: "utf8" });
    expect(stdout).toContain(contract.contractId);
    const { stdout: listed } = await run(process.execPath, [bin, "procedures", "job.list"]);
    expect(listed).toMatch(/^job\.list +query/m);
  });
});
