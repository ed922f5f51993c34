import { evidence, file } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeEngineer } from "../../test/engineers.ts";
import { makePair, type Pair } from "../../test/growth.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { readFile } from "../candidate/read-file.ts";
import { storeUpload } from "../candidate/store-upload.ts";
import type { Member } from "../context.ts";
import { enterFigure } from "../metric/index.ts";
import { showProgress } from "../progress/index.ts";
import { removeUploads } from "../retention/remove-uploads.ts";
import { LIMITS } from "../limits.ts";
import { addEvidence, readEvidenceFile, removeEvidence } from "./index.ts";

const harness = useHarness();
const NOW = new Date("2026-11-19T10:00:00.000Z");
const PDF = Buffer.from("%PDF-1.4\nstartxref\n0\n%%EOF\n");
let pair: Pair;
let who: Member;
let competency: string;

beforeAll(async () => {
  pair = await makePair(harness);
});
beforeEach(async () => {
  harness.setClock(NOW);
  who = await makeEngineer(harness, pair.org, pair.boss.memberId);
  competency = (await progress(who)).competencies[0]?.key ?? "";
});

const progress = (by: Member, of = who) =>
  query(harness, pair.org, by, "progress.show", showProgress, { memberId: of.memberId });
const base = {
  kind: "link",
  title: "PLANTED title",
  note: "PLANTED note",
  day: "2026-11-10",
  url: "https://example.com/pull/1",
  uploadId: null,
  figureId: null,
} as const;
type Parts = Partial<Parameters<typeof addEvidence>[1]>;
const add = (by: Member, over: Parts = {}) =>
  command(harness, pair.org, by, "evidence.add", addEvidence, {
    ...base,
    memberId: who.memberId,
    competencies: [competency],
    ...over,
  });
const remove = (by: Member, evidenceId: string) =>
  command(harness, pair.org, by, "evidence.remove", removeEvidence, {
    memberId: who.memberId,
    evidenceId,
    reason: "It was another project.",
  });
const upload = async () =>
  (await storeUpload(harness.deps, pair.org.slug, { name: "report.pdf", bytes: PDF })).uploadId;
const addFile = async (by: Member, uploadId: string) =>
  add(by, { kind: "file", url: null, uploadId });
const read = (by: Member, fileId: string) =>
  query(harness, pair.org, by, "evidence.readFile", readEvidenceFile, {
    memberId: who.memberId,
    fileId,
  });

describe("evidence.add and evidence.remove", () => {
  it("keep what either of the pair adds, and of what is removed its title and why", async () => {
    const link = await add(who);
    await add(pair.boss, { title: "By the manager" });
    const removed = await remove(pair.boss, link.id);
    expect(removed.removed).toMatchObject({
      by: pair.boss.name,
      reason: "It was another project.",
    });
    expect(removed).toMatchObject({ title: "PLANTED title", note: "", url: null });
    const kept = await harness.within(pair.org.id, (tx) =>
      tx.select().from(evidence).where(eq(evidence.id, link.id)),
    );
    expect(JSON.stringify(kept)).not.toMatch(/PLANTED note|pull\/1/);
    expect(await refusal(remove(who, link.id))).toBe("EVIDENCE_REMOVED");
    expect((await progress(who)).evidence.map(({ title }) => title).toSorted()).toEqual([
      "By the manager",
      "PLANTED title",
    ]);
    const trail = await auditTrail(harness, pair.org.id);
    expect(trail.filter((one) => one.subjectId === link.id).map(({ action }) => action)).toEqual([
      "evidence.add",
      "evidence.remove",
    ]);
  });

  it("refuse what does not fit, and unknown competencies", async () => {
    expect(await refusal(add(who, { competencies: ["magic"] }))).toBe("EVIDENCE_PART");
    expect(await refusal(add(who, { url: null }))).toBe("EVIDENCE_PART");
    expect(await refusal(add(who, { day: "2026-11-20" }))).toBe("EVIDENCE_PART");
  });

  it("law 1: are the pair's alone", async () => {
    const { id } = await add(who);
    const uploadId = await upload();
    await addFile(who, uploadId);
    for (const other of [pair.cast.admin, pair.cast.auditor, pair.cast.engineer]) {
      expect(await refusal(add(other))).toBe("NOT_FOUND");
      expect(await refusal(remove(other, id))).toBe("NOT_FOUND");
      expect(await refusal(read(other, uploadId))).toBe("NOT_FOUND");
    }
  });

  it("tie a figure of the member, and nobody else's", async () => {
    const figure = await command(harness, pair.org, who, "metric.enter", enterFigure, {
      memberId: who.memberId,
      metric: "uptime",
      period: "quarter",
      from: "2026-10-01",
      value: 99.95,
      n: null,
    });
    const added = await add(who, { kind: "metric", url: null, figureId: figure.id });
    expect(added.figureId).toBe(figure.id);
    const other = await makeEngineer(harness, pair.org, pair.boss.memberId);
    const theirs = add(other, {
      memberId: other.memberId,
      kind: "metric",
      url: null,
      figureId: figure.id,
    });
    expect(await refusal(theirs)).toBe("NOT_FOUND");
  });
});

describe("a file of evidence", () => {
  it("is read by the pair alone, and by no way to a candidate's files", async () => {
    const uploadId = await upload();
    const { file: added } = await addFile(who, uploadId);
    expect(added).toMatchObject({ id: uploadId, name: "report.pdf" });
    expect((await read(pair.boss, uploadId)).bytes).toEqual(PDF);
    const asCandidates = harness.within(pair.org.id, (tx) =>
      readFile(
        { read: tx, org: pair.org },
        { applicationId: crypto.randomUUID(), fileId: uploadId },
      ),
    );
    expect(await refusal(asCandidates)).toBe("NOT_FOUND");
  });

  it("is claimed once, of ten at once by one", async () => {
    const uploadId = await upload();
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => addFile(who, uploadId)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusal(addFile(who, uploadId))).toBe("UPLOAD_GONE");
  });

  it("is not cleared away with uploads that nobody claimed, and goes once it is removed", async () => {
    const [kept, unclaimed] = [await upload(), await upload()];
    const { id } = await addFile(who, kept);
    const files = async () =>
      (
        await harness.within(pair.org.id, (tx) =>
          tx.select({ id: file.id }).from(file).where(eq(file.orgId, pair.org.id)),
        )
      ).map((one) => one.id);
    const clock = new Date(NOW.getTime() + 2 * 86_400_000);
    await harness.within(pair.org.id, (tx) =>
      removeUploads({ tx, org: pair.org, clock, limits: LIMITS }),
    );
    expect(await files()).toContain(kept);
    expect(await files()).not.toContain(unclaimed);
    await remove(who, id);
    expect(await files()).not.toContain(kept);
  });

  it("fits into what one record holds, however many come at once", async () => {
    const uploads = await Promise.all(Array.from({ length: 6 }, upload));
    const size = Math.floor(LIMITS.evidenceBytes / 3);
    for (const id of uploads) {
      await harness.within(pair.org.id, (tx) =>
        tx
          .update(file)
          .set({ size: Math.min(size, 10_485_760) })
          .where(and(eq(file.orgId, pair.org.id), eq(file.id, id))),
      );
    }
    const tries = await Promise.allSettled(uploads.map((id) => addFile(who, id)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = tries.find(({ status }) => status === "rejected");
    expect(JSON.stringify(refused)).toContain("EVIDENCE_FULL");
  });
});
