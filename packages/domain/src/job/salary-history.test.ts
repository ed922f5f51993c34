import { question } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { planContent, see } from "../../test/jobs.ts";
import type { Org } from "../context.ts";
import { isDenial } from "../policy/judge.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { salaryHistoryRule } from "./salary-history.ts";
import { savePlan } from "./save-plan.ts";
import { JobHead } from "./schemas.ts";
import { updateJob } from "./update.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

const WRONG = "What is your current salary?";

describe("law 8: the rule on questions about earlier pay", () => {
  it.each<[string[], string[], string | null]>([
    [["DE-BE"], [WRONG], "ASKS_PAY_HISTORY"],
    [[], [WRONG], null],
    [["DE-BE"], [], null],
    [[], [], null],
  ])("in %j with %j: %s", (places, questions, code) => {
    const facts = { day: "2026-11-01", pack: null, places, rules: [], questions };
    const verdict = salaryHistoryRule.judge(facts, {}, "validation");
    expect(verdict !== null && isDenial(verdict) ? verdict.code : verdict).toBe(code);
  });
});

describe("law 8: a plan that asks for earlier pay", () => {
  const askIn = (questionId: string, column: { text: string } | { followUps: string[] }) =>
    harness.within(org.id, (tx) =>
      tx
        .update(question)
        .set(column)
        .where(and(eq(question.orgId, org.id), eq(question.id, questionId))),
    );
  const move = async (jobId: string, locations: string[]) => {
    const view = await see(harness, org, cast.manager, jobId);
    const head = JobHead.strip().parse({ ...view, locations });
    return command(harness, org, cast.manager, "job.update", updateJob, { jobId, ...head });
  };

  it("is neither saved, nor adopted, nor moved to where that is banned", async () => {
    const made = await makeJob(harness, { org, cast });
    const { jobId } = made;
    const [asked = ""] = made.questionIds;
    const save = async () =>
      command(harness, org, cast.manager, "job.savePlan", savePlan, {
        jobId,
        draftId: (await see(harness, org, cast.manager, jobId)).plans.draft?.id ?? null,
        frameworkVersionId: made.versionId,
        plan: planContent(made),
      });
    await move(jobId, ["US-TX"]);
    await askIn(asked, { text: WRONG });
    const saved = await save();
    await expect(move(jobId, ["US-TX", "US-CO"])).rejects.toMatchObject({
      denial: {
        code: "ASKS_PAY_HISTORY",
        facts: { question: WRONG, places: "Colorado" },
        explanation: { rule: "job.salaryHistory", facts: { rules: ["us-co-salary-history"] } },
      },
    });
    const adopt = (draftId: string) =>
      command(harness, org, cast.manager, "job.adoptPlan", adoptPlan, { jobId, draftId });
    await adopt(saved.plans.draft?.id ?? "");
    await askIn(asked, { text: "Why Postgres?" });
    await move(jobId, ["DE-BE"]);
    const draft = (await save()).plans.draft?.id ?? "";
    await askIn(asked, { followUps: ["And how much did you earn there?"] });
    expect(await refusal(adopt(draft))).toBe("ASKS_PAY_HISTORY");
    expect(await refusal(save())).toBe("ASKS_PAY_HISTORY");
    await askIn(asked, { followUps: [] });
    await adopt(draft);
  });
});
