import { file, mail, relation } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { applyInput, makePost, pdfBytes, slugOf, storedOf } from "../../test/posts.ts";
import { rejectApplication } from "../application/index.ts";
import type { Org } from "../context.ts";
import { showJob } from "../job/index.ts";
import { applyToJob, proveAddress, showPost, storeUpload } from "./index.ts";

const harness = useHarness();
const anyone = { kind: "anyone" } as const;
let org: Org;
let cast: Cast;
let made: MadeJob;
let post: { jobSlug: string; postId: string };

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  post = { jobSlug: slugOf(made), ...(await makePost(harness, { org, cast }, made)) };
});

const apply = (input = applyInput(org, post), of = org) =>
  command(harness, of, anyone, "candidate.applyToJob", applyToJob, input);
const rowsOf = (email: string) => storedOf(harness, org, email);

describe("candidate.applyToJob", () => {
  it("puts the application into the first stage, keeps post, range and answers, and tells by e-mail", async () => {
    const input = applyInput(org, post);
    expect(await apply(input)).toEqual({ done: true, answerDays: 5 });
    const { person, applications, shown, letters } = await rowsOf(input.email);
    expect(person).toMatchObject({ name: "Ada Applicant", links: ["https://ada.example/code"] });
    expect(applications).toMatchObject([
      {
        stageId: made.stages.review,
        planId: made.planId,
        postId: post.postId,
        source: "applied",
        answers: [
          { key: "permit", text: "May you work in Germany?", answer: "Yes", eligibility: true },
        ],
      },
    ]);
    expect(shown).toMatchObject([{ how: "post", payMinMinor: 6_500_000, payCurrency: "EUR" }]);
    expect(letters.map((one) => one.template)).toEqual(["candidate.applied"]);
    const trail = await auditTrail(harness, org.id);
    expect(trail.filter((entry) => entry.subjectId === applications[0]?.id)).toMatchObject([
      { action: "candidate.applyToJob", actorKind: "anyone" },
    ]);
  });

  it("starts exactly one of 20 at once, and answers all alike", async () => {
    const input = applyInput(org, post);
    const answers = await Promise.all(Array.from({ length: 20 }, () => apply(input)));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await rowsOf(input.email)).applications).toHaveLength(1);
  });

  it("neither reveals nor changes what is there", async () => {
    const input = applyInput(org, post);
    const first = await apply(input);
    const again = await apply({ ...input, name: "Somebody Else", phone: "0", links: [] });
    expect(again).toEqual(first);
    const { person, applications, letters } = await rowsOf(input.email);
    expect(person).toMatchObject({ name: "Ada Applicant", phone: "+49 30 1234" });
    expect(applications).toHaveLength(1);
    expect(letters.map((one) => one.template).toSorted()).toEqual([
      "candidate.applied",
      "candidate.appliedAgain",
    ]);
  });

  it("tells nobody who applies again of a rejection whose e-mail has not left", async () => {
    const input = applyInput(org, post);
    await apply(input);
    const id = (await rowsOf(input.email)).applications[0]?.id ?? "";
    await command(harness, org, cast.recruiter, "application.reject", rejectApplication, {
      applicationId: id,
      kind: "not_eligible",
      answerKey: "permit",
      otherApplicationId: null,
    });
    await apply(input);
    const { applications, letters } = await rowsOf(input.email);
    expect(applications).toMatchObject([{ id, state: "rejected" }]);
    expect(letters.map((one) => one.template)).toContain("candidate.appliedAgain");
    await harness.within(org.id, (tx) =>
      tx.update(mail).set({ state: "sent" }).where(eq(mail.subjectId, id)),
    );
    await apply(input);
    expect((await rowsOf(input.email)).applications).toHaveLength(2);
  });

  it("asks for the answers that are needed, by field", async () => {
    const denied = await apply(
      applyInput(org, post, { answers: [{ key: "start", answer: "May" }] }),
    )
      .then(() => null)
      .catch((error: unknown) => error);
    expect(denied).toMatchObject({
      denial: {
        code: "ANSWERS_MISSING",
        facts: { fields: { "answers.permit": expect.any(String) } },
      },
    });
  });

  it("gives a bad JSON Resume one sentence on its field, and keeps a good one", async () => {
    const basics = { name: "Ada", label: "Backend engineer", url: "javascript:alert(1)" };
    const bad = applyInput(org, post, { resume: { basics: { ...basics, email: "no address" } } });
    await expect(apply(bad)).rejects.toMatchObject({
      denial: { facts: { field: "basics.email", problem: "should be an e-mail address" } },
    });
    const nul = applyInput(org, post, { resume: { basics: { name: "a\u0000b" } } });
    expect(await refusal(apply(nul))).toBe("RESUME_INVALID");
    const good = applyInput(org, post, { resume: { basics } });
    await apply(good);
    const { person, applications } = await rowsOf(good.email);
    expect(person).toMatchObject({ headline: "Backend engineer", links: good.links });
    expect(applications[0]?.cvFileId).not.toBeNull();
  });

  it("claims an upload once", async () => {
    const { uploadId } = await storeUpload(harness.deps, org.slug, {
      name: "cv.pdf",
      bytes: pdfBytes(),
    });
    const input = applyInput(org, post, { uploadId });
    await apply(input);
    const { person, applications } = await rowsOf(input.email);
    expect(applications[0]?.cvFileId).toBe(uploadId);
    const [kept] = await harness.within(org.id, (tx) =>
      tx.select().from(file).where(eq(file.id, uploadId)),
    );
    expect(kept?.candidateId).toBe(person?.id);
    expect(await refusal(apply(applyInput(org, post, { uploadId })))).toBe("UPLOAD_GONE");
  });

  it("keeps the version that was read for a day, and no longer", async () => {
    const job = await makeJob(harness, { org, cast });
    const now = Date.now();
    const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000);
    const earlier = (number: number, hours: number) =>
      makePost(harness, { org, cast }, job, {
        number,
        state: "unpublished",
        unpublishedAt: hoursAgo(hours),
        payMinMinor: 6_000_000,
      });
    const old = await earlier(1, 30);
    const recent = await earlier(2, 2);
    await makePost(harness, { org, cast }, job, { number: 3 });
    const jobSlug = slugOf(job);
    const stale = applyInput(org, { jobSlug, ...old });
    expect(await refusal(apply(stale))).toBe("POST_CHANGED");
    const input = applyInput(org, { jobSlug, ...recent });
    await apply(input);
    expect((await rowsOf(input.email)).shown).toMatchObject([{ payMinMinor: 6_000_000 }]);
  });

  it("refuses once the post is closed", async () => {
    const job = await makeJob(harness, { org, cast });
    const closed = await makePost(harness, { org, cast }, job, { closingDate: "2020-01-31" });
    const input = applyInput(org, { jobSlug: slugOf(job), ...closed });
    expect(await refusal(apply(input))).toBe("POST_CLOSED");
    expect(await refusal(show(slugOf(job)))).toBe("NOT_FOUND");
  });

  it("stores hostile texts as they are, and as nothing else", async () => {
    const name = `Robert'); DROP TABLE candidate;-- <img src=x onerror=alert(1)>`;
    const input = applyInput(org, post, {
      name,
      answers: [{ key: "permit", answer: "{{constructor}} \ud800 ${7*7} </script>" }],
    });
    await apply(input);
    const { person, applications } = await rowsOf(input.email);
    expect(person?.name).toBe(name);
    expect(applications[0]?.answers[0]?.answer).toBe("{{constructor}} \ufffd ${7*7} </script>");
  });
});

const show = (jobSlug: string, of = org) =>
  query(harness, of, anyone, "candidate.showPost", showPost, { slug: of.slug, jobSlug });

describe("law 7: a member who applies", () => {
  it("is that candidate, and once they open the link sees nothing of the job while it goes on", async () => {
    const own = await makeOrg(harness);
    const job = await makeJob(harness, own);
    const posted = await makePost(harness, own, job);
    const email = `recruiter@${own.org.slug}.test`;
    const input = applyInput(own.org, { jobSlug: slugOf(job), ...posted }, { email });
    await apply(input, own.org);
    const related = await harness.within(own.org.id, (tx) =>
      tx.select().from(relation).where(eq(relation.orgId, own.org.id)),
    );
    expect(related).toMatchObject([{ kind: "self", memberId: own.cast.recruiter.memberId }]);
    const see = () =>
      query(harness, own.org, own.cast.recruiter, "job.show", showJob, { jobId: job.jobId });
    expect((await see()).id).toBe(job.jobId);
    const candidateId = related[0]?.candidateId ?? "";
    await proveAddress(harness.connection.db, { orgId: own.org.id, candidateId, at: new Date() });
    expect(await refusal(see())).toBe("NOT_FOUND");
  });
});
