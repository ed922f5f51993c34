import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kitCriterion, kitQuestion, planInterview, stage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fullContent, makeJob, makeOrg } from "../../domain/test/factories.ts";
import { makePost } from "../../domain/test/posts.ts";
import { hire } from "../examples/hire.ts";
import { emitDeclarations, root, stage as stagePackage } from "../pack/stage.ts";
import { createRubricClient } from "../src/client.ts";
import { useRubric } from "./rubric.ts";

const rubric = useRubric();
const example = (name: string) => join(root, "packages/client/examples", name);
const program = readFileSync(example("hire.ts"), "utf8");

/** A job whose loop is one interview, decided without a debrief; and a token of each of its people. */
async function setUp() {
  const { harness, url } = rubric;
  const { org, cast } = await makeOrg(harness);
  const job = await makeJob(harness, { org, cast });
  await makePost(harness, { org, cast }, job);
  const { loopB } = job.planInterviews;
  await harness.within(org.id, async (tx) => {
    for (const kit of [kitQuestion, kitCriterion]) {
      await tx.delete(kit).where(and(eq(kit.orgId, org.id), eq(kit.planInterviewId, loopB)));
    }
    const planned = and(eq(planInterview.orgId, org.id), eq(planInterview.id, loopB));
    await tx.delete(planInterview).where(planned);
    const loop = and(eq(stage.orgId, org.id), eq(stage.id, job.stages.loop));
    await tx.update(stage).set({ debrief: false }).where(loop);
  });
  const by = async (one: keyof typeof cast) => ({
    url,
    token: await rubric.tokenOf(org, cast[one]),
  });
  return { org, cast, job, manager: await by("manager"), approver: await by("approver"), by };
}

describe("an outside program", () => {
  it("hires somebody", async () => {
    const { org, cast, job, by, ...leads } = await setUp();
    const interviewers = new Map([
      [cast.interviewer.memberId, await by("interviewer")],
      [cast.second.memberId, await by("second")],
    ]);
    let hired = "";
    await hire({
      ...leads,
      interviewer: (memberId) => interviewers.get(memberId) ?? leads.approver,
      linkOf: async (candidateId) => {
        hired = candidateId;
        return { url: rubric.url, candidateLink: await rubric.linkOf(org, candidateId) };
      },
      person: {
        jobId: job.jobId,
        name: "Ada Quist",
        email: "ada@people.test",
        phone: "",
        headline: "Keeps ledgers right",
        links: [],
        uploadId: null,
      },
      move: { toStageId: job.stages.loop, reason: "She screened herself in a trial week." },
      interview: {
        minutes: 60,
        place: "Room 1",
        interviewers: [...interviewers.keys()],
        shadows: [],
      },
      content: fullContent(job),
      decision: {
        stageId: job.stages.loop,
        kind: "offer",
        levelKey: "senior",
        levelReason: "",
        criterionIds: job.criterionIds.slice(0, 1),
        requirement: "",
        reason: "Figures and trade-offs throughout.",
      },
      terms: {
        offerId: null,
        amountMinor: 7_000_000,
        currency: "EUR",
        startDate: "2030-01-07",
        expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        conditions: "",
        rangeReason: "",
        approverId: cast.approver.memberId,
      },
    });
    const manager = createRubricClient(leads.manager);
    const found = await manager.candidate.search.query({ query: "Ada" });
    expect(found.candidates).toMatchObject([
      { candidateId: hired, name: "Ada Quist", applications: [{ state: "hired" }] },
    ]);
  });
});

const outside = mkdtempSync(join(tmpdir(), "rubric-outside-"));
afterAll(() => rmSync(outside, { recursive: true }));

/** Type-checks programs where there is nothing but the package; a line for each error. */
function compile(programs: Record<string, string>): string[] {
  for (const [name, source] of Object.entries(programs)) writeFileSync(join(outside, name), source);
  const tsc = join(root, "node_modules/.bin/tsc");
  const options = { cwd: outside, encoding: "utf8" } as const;
  const { stdout } = spawnSync(tsc, ["-p", ".", "--pretty", "false"], options);
  return stdout.split("\n").filter((line) => line !== "");
}

/** The program with one field misspelled, and the line on which it is. */
function misspell(right: string, wrong: string) {
  const line = program.split("\n").findIndex((text) => text.includes(right)) + 1;
  return { line, source: program.replace(right, wrong) };
}

describe("the program of the documentation", () => {
  beforeAll(async () => {
    emitDeclarations();
    await stagePackage(join(outside, "node_modules/@rubric/client"));
    cpSync(example("plan.ts"), join(outside, "plan.ts"));
    // Node's own types are all that it needs beside the package.
    const types = join(root, "node_modules/@types");
    const compilerOptions = {
      target: "es2024",
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: false,
      typeRoots: [types],
      types: ["node"],
    };
    writeFileSync(join(outside, "package.json"), JSON.stringify({ type: "module" }));
    const config = { compilerOptions, include: ["*.ts"] };
    writeFileSync(join(outside, "tsconfig.json"), JSON.stringify(config));
  }, 180_000);

  it("has 20 lines, uses the client alone, and stands in the documentation as it is", () => {
    const lines = program.split("\n").filter((line) => !/^\s*(\/\*\*.*)?$/.test(line));
    expect(lines.length).toBeLessThanOrEqual(20);
    const imported = [...program.matchAll(/from "([^"]+)"/g)].map(([, name]) => name);
    expect(imported).toEqual(["node:timers/promises", "@rubric/client", "./plan.ts"]);
    const document = readFileSync(join(root, "docs/client.md"), "utf8");
    expect(document).toContain(`\`\`\`ts\n${program}\`\`\``);
    expect(document).toContain(`\`\`\`ts\n${readFileSync(example("plan.ts"), "utf8")}\`\`\``);
  });

  it("compiles against the package, and does not with a field misspelled", () => {
    const id = misspell("approve.mutate({ offerId })", "approve.mutate({ oferId: offerId })");
    const content = misspell("{ scorecardId, content }", "{ scorecardId, contents: content }");
    const errors = compile({
      "hire.ts": program,
      "id.ts": id.source,
      "content.ts": content.source,
    });
    expect(errors.toSorted()).toEqual([
      expect.stringMatching(`^content.ts\\(${content.line},\\d+\\): .*'contents' does not exist`),
      expect.stringMatching(`^id.ts\\(${id.line},\\d+\\): .*'oferId' does not exist`),
    ]);
  }, 120_000);
});
