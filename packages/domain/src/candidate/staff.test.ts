import { newId } from "@rubric/db";
import { application, candidate, mail, relation } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { applyInput, makePost, pdfBytes, slugOf } from "../../test/posts.ts";
import type { Actor, Member, Org } from "../context.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import {
  addCandidate,
  applyToJob,
  declareRelation,
  readFile,
  referCandidate,
  searchCandidates,
  storeUpload,
} from "./index.ts";
import type { ReferInput } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const person = () => ({
  name: "Grace Found",
  email: `${newId()}@people.test`,
  phone: "",
  headline: "Backend engineer",
  links: [],
  uploadId: null,
});
const add = (input = { jobId: made.jobId, ...person() }, by: Member = cast.recruiter, of = org) =>
  command(harness, of, by, "candidate.add", addCandidate, input);
const refer = (over: Partial<z.infer<typeof ReferInput>> = {}, by: Member = cast.engineer) =>
  command(harness, org, by, "candidate.refer", referCandidate, {
    jobId: made.jobId,
    ...person(),
    note: "We built a ledger together.",
    ...over,
  });
const byEmail = (email: string) =>
  harness.within(org.id, async (tx) => {
    const [found] = await tx
      .select()
      .from(candidate)
      .where(and(eq(candidate.orgId, org.id), eq(candidate.email, email)));
    const id = found?.id ?? newId();
    return {
      id,
      applications: await tx.select().from(application).where(eq(application.candidateId, id)),
      relations: await tx.select().from(relation).where(eq(relation.candidateId, id)),
      letters: await tx.select().from(mail).where(eq(mail.recipientId, id)),
    };
  });

describe("candidate.add", () => {
  it("starts an application and tells the person at once", async () => {
    const { applicationId, candidateId } = await add();
    const letters = await harness.within(org.id, (tx) =>
      tx.select().from(mail).where(eq(mail.subjectId, applicationId)),
    );
    expect(letters).toMatchObject([{ template: "candidate.added", recipientId: candidateId }]);
    const entries = await auditTrail(harness, org.id);
    expect(entries.filter((entry) => entry.subjectId === applicationId)).toMatchObject([
      { action: "candidate.add" },
    ]);
  });

  it("refuses a second one under way, of 10 at once all but one", async () => {
    const input = { jobId: made.jobId, ...person() };
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => add(input)));
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(add(input))).toBe("ACTIVE_APPLICATION");
  });

  it("is for the job's recruiter and hiring manager", async () => {
    await add(undefined, cast.manager);
    for (const other of [cast.admin, cast.otherRecruiter, cast.coordinator, cast.interviewer]) {
      expect(await refusal(add(undefined, other))).toBe("FORBIDDEN");
    }
    const other = await makeOrg(harness);
    expect(await refusal(add(undefined, other.cast.recruiter, other.org))).toBe("NOT_FOUND");
  });
});

describe("law 7: a referral", () => {
  it("keeps its author out of judging, whatever their roles", async () => {
    const input = person();
    await refer(input, cast.interviewer);
    const { id, applications, relations, letters } = await byEmail(input.email);
    expect(relations).toMatchObject([{ kind: "referral", memberId: cast.interviewer.memberId }]);
    expect(applications).toMatchObject([
      { source: "referred", referredBy: cast.interviewer.memberId },
    ]);
    expect(letters.map((one) => one.template)).toEqual(["candidate.added"]);
    const entries = (await auditTrail(harness, org.id)).filter((entry) => entry.subjectId === id);
    expect(entries.map((entry) => entry.action)).toEqual(["candidate.refer"]);
    const { scorecardIds } = await makeInterview(
      harness,
      org,
      made,
      applications[0]?.id ?? "",
      "screen",
      [cast.interviewer],
    );
    const submit = command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    expect(await refusal(submit)).toBe("CONFLICT_OF_INTEREST");
  });

  it("answers alike for one who has applied already, and still counts", async () => {
    const input = person();
    await add({ jobId: made.jobId, ...input });
    expect(await refer(input)).toEqual({ done: true });
    const { applications, relations } = await byEmail(input.email);
    expect(applications).toMatchObject([{ source: "added" }]);
    expect(relations).toMatchObject([{ kind: "referral" }]);
  });

  it("is of somebody else", async () => {
    const own = { email: `engineer@${org.slug}.test` };
    expect(await refusal(refer(own))).toBe("REFERRED_ONESELF");
  });

  it("knows no confidential job but one's own", async () => {
    const secret = await makeJob(harness, { org, cast }, { confidential: true });
    expect(await refusal(refer({ jobId: secret.jobId }))).toBe("NOT_FOUND");
    await refer({ jobId: secret.jobId }, cast.manager);
  });
});

describe("law 7: a declared relation", () => {
  const declare = (applicationId: string, by: Member, of = org) =>
    command(harness, of, by, "candidate.declareRelation", declareRelation, {
      applicationId,
      note: "We share a flat.",
    });

  it("keeps its author out of judging and tells the recruiter", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
    ]);
    await declare(applicationId, cast.interviewer);
    const content = fullContent(made);
    const scorecardId = scorecardIds[0] ?? "";
    const submit = command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId,
      content,
    });
    expect(await refusal(submit)).toBe("CONFLICT_OF_INTEREST");
    const letters = await harness.within(org.id, (tx) =>
      tx.select().from(mail).where(eq(mail.subjectId, applicationId)),
    );
    expect(letters).toMatchObject([
      { template: "candidate.relationDeclared", recipientId: cast.recruiter.memberId },
    ]);
    const entries = await auditTrail(harness, org.id);
    expect(entries.filter((entry) => entry.subjectId === candidateId)).toMatchObject([
      { action: "candidate.declareRelation", actorId: cast.interviewer.memberId },
    ]);
    expect(await refusal(declare(applicationId, cast.interviewer))).toBe("RELATION_DECLARED");
  });

  it("is declared by those who see the application", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    expect(await refusal(declare(applicationId, cast.engineer))).toBe("FORBIDDEN");
    const other = await makeOrg(harness);
    expect(await refusal(declare(applicationId, other.cast.recruiter, other.org))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("candidate.search", () => {
  const search = (by: Actor, words: string, of = org) =>
    query(harness, of, by, "candidate.search", searchCandidates, { query: words });
  const names = async (by: Actor, words: string, of = org) =>
    (await search(by, words, of)).candidates.map((one) => one.name);

  it("finds by name and address, within the pipelines that one sees", async () => {
    const input = { ...person(), name: "Zoë Quartz" };
    await add({ jobId: made.jobId, ...input });
    expect(await names(cast.recruiter, "zoë")).toEqual(["Zoë Quartz"]);
    expect(await names(cast.otherRecruiter, "quartz")).toEqual(["Zoë Quartz"]);
    expect(await names(cast.manager, input.email)).toEqual(["Zoë Quartz"]);
    const other = await makeOrg(harness);
    expect(await names(other.cast.recruiter, "zoë", other.org)).toEqual([]);
    const outsider = { ...cast.manager, memberId: newId() };
    expect(await names(outsider, "zoë")).toEqual([]);
    for (const none of [cast.interviewer, cast.engineer, cast.auditor]) {
      expect(await refusal(search(none, "zoë"))).toBe("FORBIDDEN");
    }
  });

  it("tells a coordinator no address, neither shown nor by matching", async () => {
    const input = { ...person(), name: "Yara Quiet" };
    await add({ jobId: made.jobId, ...input });
    expect(await names(cast.coordinator, input.email)).toEqual([]);
    expect((await search(cast.coordinator, "yara")).candidates).toMatchObject([{ email: null }]);
  });

  it("hides confidential jobs, and the job to which one applies oneself (law 7)", async () => {
    const secret = await makeJob(harness, { org, cast }, { confidential: true });
    await makeApplication(harness, org, secret, { name: "Xenia Hidden" });
    expect(await names(cast.otherRecruiter, "xenia")).toEqual([]);
    expect(await names(cast.recruiter, "xenia")).toEqual(["Xenia Hidden"]);
    const addTo = async () => (await search(cast.recruiter, "xenia")).addTo.map((one) => one.jobId);
    expect(await addTo()).toContain(secret.jobId);
    const self = await makeApplication(harness, org, secret);
    await makeRelation(harness, org, self.candidateId, cast.recruiter, "self");
    expect(await names(cast.recruiter, "xenia")).toEqual([]);
    expect(await addTo()).not.toContain(secret.jobId);
  });

  it("takes wildcards and quotes for what they are", async () => {
    for (const words of ["%", "_", "\\", "' or 1=1 --"]) {
      expect(await names(cast.recruiter, words)).toEqual([]);
    }
  });
});

describe("candidate.readFile", () => {
  const read = (by: Actor, applicationId: string, fileId: string, of = org) =>
    query(harness, of, by, "candidate.readFile", readFile, { applicationId, fileId });

  async function applied() {
    const job = await makeJob(harness, { org, cast });
    const posted = await makePost(harness, { org, cast }, job);
    const bytes = pdfBytes(`Of ${job.jobId}`);
    const { uploadId } = await storeUpload(harness.deps, org.slug, { name: "cv.pdf", bytes });
    const input = applyInput(org, { jobSlug: slugOf(job), ...posted }, { uploadId });
    await command(harness, org, { kind: "anyone" }, "candidate.applyToJob", applyToJob, input);
    const { id, applications } = await byEmail(input.email);
    return { candidateId: id, applicationId: applications[0]?.id ?? "", uploadId, bytes, job };
  }

  it("gives it to those who see the pipeline, to who interviews, and to the candidate", async () => {
    const { applicationId, candidateId, uploadId, bytes, job } = await applied();
    await makeInterview(harness, org, job, applicationId, "screen", [cast.third]);
    const readers = [cast.recruiter, cast.otherRecruiter, cast.manager, cast.third];
    for (const reader of [...readers, { kind: "candidate" as const, candidateId }]) {
      const file = await read(reader, applicationId, uploadId);
      expect(file).toMatchObject({ name: "cv.pdf", mediaType: "application/pdf" });
      expect(Buffer.compare(file.bytes, bytes)).toBe(0);
    }
    for (const other of [cast.admin, cast.second, cast.coordinator, cast.engineer]) {
      expect(await refusal(read(other, applicationId, uploadId))).toBe("FORBIDDEN");
    }
    const elsewhere = await makeOrg(harness);
    const foreign = read(elsewhere.cast.recruiter, applicationId, uploadId, elsewhere.org);
    expect(await refusal(foreign)).toBe("NOT_FOUND");
  });

  it("gives no file of another application, of this person or another", async () => {
    const one = await applied();
    const two = await applied();
    expect(await refusal(read(cast.recruiter, one.applicationId, two.uploadId))).toBe("NOT_FOUND");
    const again = await makeApplication(harness, org, made, { candidateId: one.candidateId });
    expect(await refusal(read(cast.recruiter, again.applicationId, one.uploadId))).toBe(
      "NOT_FOUND",
    );
    const stranger = { kind: "candidate" as const, candidateId: two.candidateId };
    expect(await refusal(read(stranger, one.applicationId, one.uploadId))).toBe("NOT_FOUND");
  });
});
