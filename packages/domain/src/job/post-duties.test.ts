import { auditDetail, jobPost } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { fullPost, see } from "../../test/jobs.ts";
import type { Org } from "../context.ts";
import { runCommand } from "../execution/index.ts";
import { isDenial } from "../policy/judge.ts";
import { setRegionSizes } from "../region/set-sizes.ts";
import { dutiesOfPost, postDutiesRule } from "./post-duties.ts";
import { publishPost } from "./publish-post.ts";
import { savePost } from "./save-post.ts";
import { NO_STATEMENTS, type PostContent, type PostStatements } from "./schemas.ts";
import { unpublishDue } from "./unpublish-due.ts";

const FOUR = ["US-CO", "US-NY-NYC", "DE-BE", "CA-ON"];
const FULL: PostStatements = {
  benefits: "30 days of leave, health insurance.",
  otherPay: "A bonus of up to 10 %.",
  howToApply: "By the form on this page.",
  usesAi: false,
  aiStatement: "",
  vacancy: "existing",
  regionalPay: [{ region: "CA-ON", minMinor: 10_000_000, maxMinor: 14_000_000, currency: "CAD" }],
};

type Said = Partial<Omit<PostContent, "statements">> & Partial<PostStatements>;
function post(locations: string[], said: Said = {}): PostContent {
  const keys = Object.keys(NO_STATEMENTS);
  const stated = Object.fromEntries(Object.entries(said).filter(([key]) => keys.includes(key)));
  const rest = Object.fromEntries(Object.entries(said).filter(([key]) => !keys.includes(key)));
  return { ...fullPost, locations, ...rest, statements: { ...FULL, ...stated } };
}

function judged(content: PostContent, day: string, employees: number | null, unsureBlock = true) {
  const asked = { day, employees: () => employees, packNumber: null };
  const { duties, facts } = dutiesOfPost(asked, content);
  const verdict = postDutiesRule.judge(facts, { unsureBlock }, "validation");
  const denial = verdict !== null && isDenial(verdict) ? verdict : null;
  return { duties, missing: denial?.code === "POST_DUTIES" ? denial.facts.missing : [] };
}

const wrongQuestion = [
  { key: "pay", text: "What is your current salary?", required: true, eligibility: false },
];
const sick = [{ key: "q", text: "Any disability?", required: false, eligibility: false }];
const cad = (maxMinor: number) => [
  { region: "CA", minMinor: 10_000_000, maxMinor, currency: "CAD" },
];

describe("law 8: what keeps a post from being published", () => {
  it.each<[string, string[], Said, string, number | null, string[]]>([
    ["nothing", FOUR, {}, "2026-11-01", null, []],
    ["no range", ["US-CO"], { pay: null }, "2026-11-01", 1, ["The pay range"]],
    ["no range, before the law", ["US-CO"], { pay: null }, "2020-12-31", 1, []],
    ["no range, nobody there", ["US-CO"], { pay: null }, "2026-11-01", 0, []],
    ["no range in Germany", ["DE-BE"], { pay: null }, "2026-11-01", null, []],
    ["no range in Italy", ["IT"], { pay: null }, "2026-11-01", null, []],
    ["no benefits", ["US-CO"], { benefits: " " }, "2026-11-01", 1, ["The benefits"]],
    ["no benefits in Vermont", ["US-VT"], { benefits: "" }, "2026-11-01", 5, []],
    ["no bonuses", ["US-CO"], { otherPay: "" }, "2026-11-01", 1, ["Bonuses and other pay"]],
    ["no deadline", ["US-CO"], { closingDate: null }, "2026-11-01", 1, ["The last day to apply"]],
    ["no deadline, in 2023", ["US-CO"], { closingDate: null }, "2023-12-31", 1, []],
    ["no way to apply", ["US-CO"], { howToApply: "" }, "2026-11-01", 1, ["How to apply"]],
    ["no text", ["US-NY"], { body: "" }, "2026-11-01", 4, ["A description of the job"]],
    ["no range in the city", ["US-NY-NYC"], { pay: null }, "2023-01-01", 4, ["The pay range"]],
    ["three employees", ["US-NY-NYC"], { pay: null }, "2026-11-01", 3, []],
    [
      "no range in Minnesota",
      ["US-MN"],
      { pay: null },
      "2026-11-01",
      30,
      ["A range with both ends", "The pay range"],
    ],
    ["no notice", ["DE"], { privacyNotice: "" }, "2026-11-01", 1, ["The privacy notice"]],
    [
      "earlier pay asked in Germany",
      ["DE"],
      { questions: wrongQuestion },
      "2026-11-01",
      1,
      ["No question about earlier pay"],
    ],
    ["earlier pay asked in Texas", ["US-TX"], { questions: wrongQuestion }, "2026-11-01", 1, []],
    [
      "disability asked",
      ["US-TX"],
      { questions: sick },
      "2026-11-01",
      1,
      ["No question about disability or health"],
    ],
    [
      "vacancy not said",
      ["CA-ON"],
      { vacancy: null },
      "2026-11-01",
      25,
      ["Whether there is a vacancy"],
    ],
    ["vacancy not said, small", ["CA-ON"], { vacancy: null }, "2026-11-01", 24, []],
    ["vacancy not said, in 2025", ["CA-ON"], { vacancy: null }, "2025-12-31", 25, []],
    [
      "AI not said",
      ["CA-ON"],
      { usesAi: null },
      "2026-11-01",
      25,
      ["Whether AI screens applicants"],
    ],
    [
      "AI without words",
      ["CA-ON"],
      { usesAi: true },
      "2026-11-01",
      25,
      ["Whether AI screens applicants"],
    ],
    ["AI with words", ["CA-ON"], { usesAi: true, aiStatement: "It sorts." }, "2026-11-01", 25, []],
    [
      "Canadian experience",
      ["CA-ON"],
      { body: "Canadian experience is a must." },
      "2026-11-01",
      25,
      ["No Canadian experience asked for"],
    ],
    [
      "a wide range",
      ["CA-ON"],
      { regionalPay: cad(15_000_001) },
      "2026-11-01",
      25,
      ["A range at most C$50,000 wide"],
    ],
    [
      "a range as wide as may be",
      ["CA-ON"],
      { regionalPay: cad(15_000_000) },
      "2026-11-01",
      25,
      [],
    ],
    ["a wide range, high up", ["CA-ON"], { regionalPay: cad(20_000_001) }, "2026-11-01", 25, []],
    [
      "a range in euros",
      ["CA-ON"],
      { regionalPay: [] },
      "2026-11-01",
      25,
      ["A range at most C$50,000 wide"],
    ],
    [
      "a gendered title in Italy",
      ["IT"],
      { title: "Foreman" },
      "2026-11-01",
      1,
      ["A gender-neutral title"],
    ],
    ["a gendered title in Germany", ["DE"], { title: "Foreman" }, "2026-11-01", 1, []],
  ])("%s (%j)", (_, locations, said, day, employees, missing) => {
    const found = judged(post(locations, said), day, employees).missing;
    expect(found.map((one) => one.what).toSorted()).toEqual(missing);
  });

  it("counts what the pack is less sure of only if the policy says so", () => {
    const content = post(["US-ME"], { pay: null });
    expect(judged(content, "2026-11-01", 10, true).missing).toHaveLength(1);
    expect(judged(content, "2026-11-01", 10, false).missing).toEqual([]);
  });

  it("is the union of all places, each thing once with every rule that asks for it", () => {
    const { duties } = judged(post(FOUR, { pay: null, benefits: "" }), "2026-11-01", null);
    const range = duties.find((one) => one.key === "range");
    expect(range?.state).toBe("not_met");
    expect(range?.reasons.map((one) => one.rule)).toEqual(
      ["ca-on-pay-range", "us-co-pay-range", "us-ny-nyc-pay-range", "us-ny-pay-range"].toSorted(),
    );
    expect(range?.reasons.every((one) => one.source !== "" && one.sentence !== "")).toBe(true);
    const state = (key: string) => duties.find((one) => one.key === key)?.state;
    expect(state("benefits")).toBe("not_met");
    expect(state("vacancy")).toBe("met");
    expect(state("works_council")).toBe("later");
    expect(state("answer last_interview 45 days")).toBe("later");
  });
});

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

describe("law 8: publishing for Colorado, New York City, Germany and Ontario", () => {
  const save = (jobId: string, content: PostContent) =>
    command(harness, org, cast.recruiter, "job.savePost", savePost, { jobId, post: content });
  const publish = (jobId: string, postId: string) =>
    command(harness, org, cast.recruiter, "job.publishPost", publishPost, { jobId, postId });

  it("is refused by name until the blocking ones are met, with the explanation", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const [draft] = (await save(jobId, { ...fullPost, locations: FOUR })).posts;
    const postId = draft?.id ?? "";
    expect(draft?.may.publish?.law).toBe(8);
    expect(draft?.may.publish?.sentence).toContain("The benefits (Colorado)");
    await expect(publish(jobId, postId)).rejects.toMatchObject({
      denial: {
        code: "POST_DUTIES",
        explanation: {
          rule: "job.postDuties",
          outcome: "refused",
          facts: { pack: null, duties: expect.arrayContaining([expect.anything()]) },
          sentence: expect.stringContaining("Whether there is a vacancy (Ontario)"),
        },
      },
    });
    const [ready] = (await save(jobId, { ...fullPost, locations: FOUR, statements: FULL })).posts;
    expect(ready?.may.publish).toBeNull();
    expect(ready?.duties.filter((one) => one.state === "not_met" && one.blocking)).toEqual([]);
    const view = await publish(jobId, postId);
    expect(view.posts[0]).toMatchObject({ state: "published", content: { statements: FULL } });
    const details = await harness.within(org.id, (tx) =>
      tx.select().from(auditDetail).where(eq(auditDetail.orgId, org.id)),
    );
    expect(JSON.stringify(details)).toContain("us-ny-nyc-pay-range");
  });

  it("comes down by the system once a duty is no longer met, and says which", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const set = (employees: number) =>
      command(harness, org, cast.admin, "region.setSizes", setRegionSizes, {
        sizes: [{ region: "CA-ON", employees }],
        traits: [],
      });
    await set(24);
    const content = { ...fullPost, locations: ["CA-ON"] };
    const [draft] = (await save(jobId, content)).posts;
    await publish(jobId, draft?.id ?? "");
    const due = async () => {
      let count = 0;
      await runCommand(
        harness.deps,
        {
          org,
          origin: { ip: "", requestId: "worker", userAgent: "" },
          key: null,
          actor: async () => ({ kind: "system", job: "worker" }),
        },
        {
          permission: "job.unpublishDue",
          subjectId: null,
          input: {},
          key: "none",
          audit: "one",
          parse: () => null,
        },
        async (ctx) => {
          count = await unpublishDue(ctx);
          if (count === 0) ctx.audit({ subject: { kind: "test", id: "none" } });
        },
      );
      return count;
    };
    expect(await due()).toBe(0);
    await set(25);
    expect(await due()).toBe(1);
    expect(await due()).toBe(0);
    const [row] = await harness.within(org.id, (tx) =>
      tx.select().from(jobPost).where(eq(jobPost.jobId, jobId)),
    );
    expect(row?.state).toBe("unpublished");
    expect(row?.unpublishedReason).toContain("Whether there is a vacancy (Ontario)");
    const [post] = (await see(harness, org, cast.recruiter, jobId)).posts;
    expect(await refusal(publish(jobId, post?.id ?? ""))).toBe("POST_DUTIES");
  });
});
