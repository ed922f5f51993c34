import { kitQuestion } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg, type MadeJob } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { atOnce } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { Refused } from "../errors.ts";
import { installBackendFramework } from "../framework/own.ts";
import {
  createQuestion,
  exportQuestions,
  importQuestions,
  listQuestions,
  updateQuestion,
  withdrawQuestion,
} from "./index.ts";
import type { ListQuestionsInput, QuestionContent } from "./schemas.ts";
import type { z } from "zod";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  await harness.within(org.id, (tx) =>
    installBackendFramework(tx, org.id, cast.admin.memberId, new Date()),
  );
});

const content: QuestionContent = {
  kind: "technical",
  competencyKey: "caching",
  text: "How do you find out whether a cache earns its keep?",
  assesses: "Measuring before believing",
  strongSignals: ["Names the hit ratio"],
  redFlags: ["Caches first, measures never"],
  followUps: [],
  tip: "Think of one cache you have run.",
};
const list = (
  filter: Partial<z.infer<typeof ListQuestionsInput>> = {},
  actor: Member = cast.recruiter,
) =>
  query(harness, org, actor, "question.list", listQuestions, {
    search: null,
    competencyKey: null,
    kind: null,
    withdrawn: false,
    ...filter,
  });
const create = (actor: Member = cast.manager) =>
  command(harness, org, actor, "question.create", createQuestion, { content });
const update = (questionId: string, changed: Partial<QuestionContent>, actor = cast.manager) =>
  command(harness, org, actor, "question.update", updateQuestion, {
    questionId,
    content: { ...content, ...changed },
  });
const withdraw = (questionId: string, actor: Member = cast.manager) =>
  command(harness, org, actor, "question.withdraw", withdrawQuestion, {
    questionId,
    reason: "Asks about family plans.",
  });
const load = (yaml: string, actor: Member = cast.recruiter) =>
  command(harness, org, actor, "question.import", importQuestions, { yaml });
const save = (actor: Member = cast.recruiter) =>
  query(harness, org, actor, "question.export", exportQuestions, {});

describe("question.list", () => {
  it("filters by competency and kind and searches text and purpose", async () => {
    const caching = await list({ competencyKey: "caching" });
    expect(caching.questions.length).toBeGreaterThanOrEqual(2);
    expect(caching.questions.every((one) => one.competencyKey === "caching")).toBe(true);
    const technical = await list({ competencyKey: "caching", kind: "technical" });
    expect(technical.total).toBeLessThan(caching.total);
    expect((await list({ search: "contradicted each other" })).total).toBe(1);
    expect((await list({ search: "100%_\\" })).total).toBe(0);
    expect(caching.competencies.find((one) => one.key === "caching")).toMatchObject({
      name: "Caching",
      theme: "Data at scale",
      questions: caching.total,
    });
  });

  it("goes on where a page ended, and shows each question once", async () => {
    const first = await list();
    expect(first.questions).toHaveLength(50);
    const shown = [...first.questions];
    let { nextCursor } = first;
    while (nextCursor !== null) {
      const page = await list({ cursor: nextCursor });
      shown.push(...page.questions);
      nextCursor = page.nextCursor;
    }
    const ids = shown.map((one) => one.id);
    expect(new Set(ids).size).toBe(first.total);
    expect(ids).toHaveLength(first.total);
  });

  it("is for those who edit the bank", async () => {
    for (const actor of [cast.interviewer, cast.engineer, cast.coordinator, cast.auditor]) {
      expect(await refusal(list({}, actor))).toBe("FORBIDDEN");
      expect(await refusal(create(actor))).toBe("FORBIDDEN");
      expect(await refusal(save(actor))).toBe("FORBIDDEN");
      expect(await refusal(load("questions: []", actor))).toBe("FORBIDDEN");
    }
  });
});

describe("question.create and question.update", () => {
  it("write one audit entry each", async () => {
    const { id } = await create();
    const changed = await update(id, { tip: "Bring figures." });
    expect(changed).toMatchObject({ tip: "Bring figures.", jobs: 0, may: { update: null } });
    const entries = (await auditTrail(harness, org.id)).filter((one) => one.subjectId === id);
    expect(entries.map((one) => one.action)).toEqual(["question.create", "question.update"]);
    expect(await refusal(update(id, { tip: "No." }, cast.engineer))).toBe("FORBIDDEN");
    expect(await refusal(withdraw(id, cast.engineer))).toBe("FORBIDDEN");
  });

  it("refuse a competency that no published framework has", async () => {
    const { id } = await create();
    expect(await refusal(update(id, { competencyKey: "astrology" }))).toBe("COMPETENCY_UNKNOWN");
  });

  it("hide another organization's question", async () => {
    const { id } = await create();
    const other = await makeOrg(harness);
    const there = { questionId: id, reason: "Not ours." };
    expect(
      await refusal(
        command(
          harness,
          other.org,
          other.cast.manager,
          "question.withdraw",
          withdrawQuestion,
          there,
        ),
      ),
    ).toBe("NOT_FOUND");
    expect(
      await refusal(
        command(harness, other.org, other.cast.manager, "question.update", updateQuestion, {
          questionId: id,
          content,
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});

describe("law 6: a question that is asked stays as it is, and is withdrawn at once", () => {
  it("refuses to change what an adopted plan asks", async () => {
    const asked = made.questionIds[0] ?? "";
    expect(await refusal(update(asked, { competencyKey: "security" }))).toBe("QUESTION_IN_USE");
    const view = (await list({ search: "Question 0" })).questions[0];
    expect(view).toMatchObject({ id: asked, jobs: 1 });
    expect(view?.may.update?.law).toBe(6);
    expect(view?.may.withdraw).toBeNull();
  });

  it("withdraws it in use, once, for good", async () => {
    const asked = made.questionIds[1] ?? "";
    const view = await withdraw(asked);
    expect(view.withdrawn?.reason).toBe("Asks about family plans.");
    expect(await refusal(withdraw(asked))).toBe("QUESTION_WITHDRAWN");
    expect(await refusal(update(asked, {}))).toBe("QUESTION_WITHDRAWN");
    expect((await list({ withdrawn: true })).questions.map((one) => one.id)).toContain(asked);
    expect((await list({ search: "Question 1" })).total).toBe(0);
    const kept = await harness.within(org.id, (tx) =>
      tx.select().from(kitQuestion).where(eq(kitQuestion.questionId, asked)),
    );
    expect(kept.length).toBeGreaterThan(0);
  });

  it("is withdrawn by one of 5 at once", async () => {
    const { id } = await create();
    const lost = Array.from({ length: 4 }, () => "QUESTION_WITHDRAWN");
    expect(await atOnce(5, () => withdraw(id))).toEqual(["done", ...lost]);
  });
});

describe("question.import", () => {
  it("takes its own export back without a change", async () => {
    const { yaml } = await save();
    const outcome = await load(yaml);
    expect(outcome).toMatchObject({ created: 0, updated: 0, withdrawn: 0 });
    expect((await save()).yaml).toBe(yaml);
  });

  it("adds, changes and leaves the withdrawn withdrawn", async () => {
    const kept = await create();
    const gone = await create();
    const { yaml } = await save();
    await withdraw(gone.id);
    const fresh = yaml
      .replace(kept.id, "99999999-9999-4999-8999-999999999999")
      .replace("contradicted each other, or", "stood against each other, or");
    expect(await load(fresh)).toMatchObject({ created: 1, updated: 1, withdrawn: 1 });
    expect((await list({ search: "stood against each other" })).total).toBe(1);
  });

  it("refuses a file that changes a question in use, with its line, and writes nothing", async () => {
    const { yaml } = await save();
    const changed = yaml
      .replace("text: Question 0", "text: Question 0, reworded")
      .replace("stood against each other, or", "fought each other, or");
    const outcome = await load(changed).catch((error: unknown) => error);
    const denial = outcome instanceof Refused ? outcome.denial : null;
    expect(denial).toMatchObject({ code: "FILE_REFUSED" });
    const line = changed.split("\n").findIndex((row) => row.includes(made.questionIds[0] ?? "-"));
    expect(denial?.facts).toMatchObject({ line: line + 1 });
    expect((await save()).yaml).toBe(yaml);
  });

  it("refuses a competency of no framework", async () => {
    const { yaml } = await save();
    expect(await refusal(load(yaml.replace("competency: caching", "competency: dowsing")))).toBe(
      "FILE_REFUSED",
    );
  });
});
