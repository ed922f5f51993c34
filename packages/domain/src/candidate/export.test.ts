import { mail, note } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { applicationsOf, setApplication } from "../../test/applications.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { messageCandidate } from "../application/message.ts";
import type { Actor, Org } from "../context.ts";
import { takeMail } from "../mail/index.ts";
import { LIMITS } from "../limits.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { askAdjustment, exportOwn, requestExportCode } from "./index.ts";
import { ExportView } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });
const request = (candidateId: string) =>
  command(harness, org, as(candidateId), "candidate.requestExportCode", requestExportCode, {});
const open = (candidateId: string, code: string) =>
  command(harness, org, as(candidateId), "candidate.exportOwn", exportOwn, { code });

/** Asks for a code and reads it in the e-mail, as the person would. */
async function codeOf(candidateId: string): Promise<string> {
  await request(candidateId);
  const [letter] = await harness.within(org.id, (tx) =>
    tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.recipientId, candidateId), eq(mail.template, "candidate.exportCode")))
      .orderBy(desc(mail.id))
      .limit(1),
  );
  const written = await takeMail(
    { db: harness.connection.db, limits: LIMITS, publicUrl: "http://rubric.test" },
    { orgId: org.id, id: letter?.id ?? "" },
  );
  return /\b\d{8}\b/.exec(written?.mail.text ?? "")?.[0] ?? "";
}

const wrongOf = (code: string) => (code === "00000000" ? "00000001" : "00000000");

describe("law 10: a copy of everything that is held", () => {
  it("holds sealed scorecards and notes, their authors by duty", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
      cast.second,
    ]);
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made, "no", "Could not say what an index costs."),
    });
    await command(harness, org, as(candidateId), "candidate.askAdjustment", askAdjustment, {
      applicationId,
      asked: "Captions, please.",
    });
    await harness.within(org.id, (tx) =>
      tx.insert(note).values({
        orgId: org.id,
        id: newId(),
        applicationId,
        stageId: made.stages.screen,
        authorId: cast.manager.memberId,
        kind: "assessment",
        text: "Weak on transactions.",
        createdAt: new Date(),
      }),
    );
    await command(harness, org, cast.recruiter, "application.message", messageCandidate, {
      applicationId,
      text: "You hear from us on Monday.",
      nextWordAt: new Date(Date.now() + 86_400_000).toISOString(),
      question: null,
    });
    const view = ExportView.parse(await open(candidateId, await codeOf(candidateId)));
    expect(view.outcome).toBe("exported");
    const [own] = view.document?.applications ?? [];
    expect(own?.interviews[0]?.scorecards).toMatchObject([
      {
        by: "an interviewer",
        state: "submitted",
        versions: [{ recommendation: "no", summary: "Could not say what an index costs." }],
      },
      { by: "an interviewer", state: "assigned", versions: [] },
    ]);
    expect(own?.interviews[0]?.scorecards[0]?.versions[0]?.ratings).toHaveLength(3);
    expect(own?.notes).toMatchObject([{ by: "the hiring manager", text: "Weak on transactions." }]);
    expect(own?.adjustments).toMatchObject([{ asked: "Captions, please." }]);
    expect(own?.timeline.at(-1)).toMatchObject({
      what: "application.messaged",
      by: "a recruiter",
      details: { text: "You hear from us on Monday." },
    });
    expect(view.document?.emails).toMatchObject([
      { what: "application.adjustmentAsked", to: "a member" },
      { what: "application.message", to: "you" },
      { what: "candidate.exportCode", to: "you" },
    ]);
    const ids = [cast.interviewer, cast.second, cast.manager, cast.recruiter].map(
      (one) => one.memberId,
    );
    for (const id of ids) expect(JSON.stringify(view)).not.toContain(id);
  });

  it("says nothing of a rejection before its e-mail has left", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    const answers = [
      { key: "permit", text: "May you work here?", answer: "No", eligibility: true },
    ];
    await setApplication({ harness, org }, applicationId, { answers });
    const startsAt = new Date(Date.now() + 86_400_000);
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer], {
      startsAt,
    });
    const held = async () => {
      const { document } = await open(candidateId, await codeOf(candidateId));
      const emails = document?.emails.filter((one) => one.what !== "candidate.exportCode");
      return { applications: document?.applications, emails };
    };
    const before = await held();
    const on = applicationsOf({ harness, org });
    await on.reject(cast.manager, applicationId, "not_eligible", { answerKey: "permit" });
    expect(await held()).toEqual(before);
    await harness.within(org.id, (tx) =>
      tx
        .update(mail)
        .set({ state: "sent", sentAt: new Date() })
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, applicationId))),
    );
    expect((await held()).applications).toMatchObject([
      { state: "rejected", stateReason: "not_eligible" },
    ]);
  });

  it("opens once for a code, and is in the audit trail with every guess", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const code = await codeOf(candidateId);
    expect(await open(candidateId, wrongOf(code))).toMatchObject({
      outcome: "code_wrong",
      triesLeft: 4,
      document: null,
    });
    expect(await open(candidateId, code)).toMatchObject({ outcome: "exported" });
    expect(await open(candidateId, code)).toMatchObject({ outcome: "code_spent", document: null });
    const entries = (await auditTrail(harness, org.id)).filter(
      (entry) => entry.subjectId === candidateId,
    );
    expect(entries.map((entry) => entry.action)).toEqual([
      "candidate.requestExportCode",
      "candidate.exportOwn",
      "candidate.exportOwn",
      "candidate.exportOwn",
    ]);
  });

  it("stays closed after 5 wrong guesses, all at once too", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const code = await codeOf(candidateId);
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => open(candidateId, wrongOf(code))),
    );
    expect(guesses.filter((one) => one.outcome === "code_wrong")).toHaveLength(4);
    expect(await open(candidateId, code)).toMatchObject({ outcome: "code_spent" });
  });

  it("stays closed after 15 minutes, to another's code, and to an earlier one", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const stranger = await makeApplication(harness, org, made);
    const first = await codeOf(candidateId);
    const second = await codeOf(candidateId);
    expect(first).toMatch(/^\d{8}$/);
    if (first !== second) {
      expect(await open(candidateId, first)).toMatchObject({ outcome: "code_wrong" });
    }
    expect(await open(stranger.candidateId, second)).toMatchObject({ outcome: "code_spent" });
    harness.setClock(new Date(Date.now() + 16 * 60_000));
    expect(await open(candidateId, second)).toMatchObject({ outcome: "code_spent" });
    harness.setClock(null);
  });

  it("sends at most 5 codes an hour, and to candidates alone", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    for (let n = 0; n < 5; n += 1) await request(candidateId);
    expect(await refusal(request(candidateId))).toBe("EXPORT_CODES_MANY");
    for (const member of [cast.admin, cast.recruiter]) {
      const call = command(harness, org, member, "candidate.exportOwn", exportOwn, {
        code: "12345678",
      });
      expect(await refusal(call)).toBe("FORBIDDEN");
    }
  });
});
