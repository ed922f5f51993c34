import { application, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, readApplication, setApplication } from "../../test/applications.ts";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { listAudit } from "../audit/list.ts";
import type { Member, Org } from "../context.ts";
import { showHome } from "../home/show.ts";
import { takeMail } from "../mail/index.ts";
import { LIMITS } from "../limits.ts";
import { submitScorecard } from "../scorecard/index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const promise = (applicationId: string, nextWordAt: Date) =>
  setApplication({ harness, org }, applicationId, { nextWordAt });
const wordsWaiting = async (by: Member, applicationId: string) => {
  const { waiting } = await query(harness, org, by, "home.show", showHome, {});
  return waiting.filter((item) => item.kind === "word" && item.applicationId === applicationId);
};

/** The e-mails with messages to a candidate, as they are sent. */
async function lettersTo(candidateId: string) {
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.recipientId, candidateId), eq(mail.template, "application.message"))),
  );
  const deps = { db: harness.connection.db, limits: LIMITS, publicUrl: "https://rubric.test" };
  const taken = await Promise.all(rows.map(({ id }) => takeMail(deps, { orgId: org.id, id })));
  return taken.map((one) => one?.mail);
}

describe("application.message", () => {
  it("writes to the candidate and is audited once", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const text = "We talk on Monday.\n\nBring <b>nothing</b> along.";
    const view = await on().message(cast.manager, applicationId, 5, text);
    expect(view.timeline.at(-1)).toMatchObject({
      kind: "application.messaged",
      by: cast.manager.name,
      text,
    });
    const [letter, ...more] = await lettersTo(candidateId);
    expect(more).toEqual([]);
    expect(letter?.text).toContain(`${cast.manager.name} wrote to you`);
    expect(letter?.text).toContain(text);
    expect(letter?.text).toContain("You will hear from us again by");
    expect(letter?.text).toMatch(/https:\/\/rubric\.test\/\S+\/me\/\S+/);
    expect(letter?.html).toContain("Bring &lt;b&gt;nothing&lt;/b&gt; along.");
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === applicationId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.message"]);
  });

  it("law 11: settles the word that was promised, so that Home asks for it no more", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    await promise(applicationId, inDays(-1));
    expect(await wordsWaiting(cast.recruiter, applicationId)).toHaveLength(1);
    expect(await on().show(cast.recruiter, applicationId)).toMatchObject({ wordDue: true });
    expect(await refusal(on().message(cast.recruiter, applicationId, null))).toBe("NEXT_WORD_DUE");
    const view = await on().message(cast.recruiter, applicationId, 5);
    expect(view).toMatchObject({ late: false, wordDue: false });
    expect(await wordsWaiting(cast.recruiter, applicationId)).toEqual([]);
    expect(await wordsWaiting(cast.manager, applicationId)).toEqual([]);
  });

  it("leaves a date that was promised for later as it is", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const promised = inDays(20);
    await promise(applicationId, promised);
    const view = await on().message(cast.recruiter, applicationId, null);
    expect(view.nextWordAt).toBe(promised.toISOString());
    const [letter] = await lettersTo(candidateId);
    expect(letter?.text).toContain("You will hear from us again by");
  });

  it("promises nothing where nothing was", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await harness.within(org.id, (tx) =>
      tx.update(application).set({ nextWordAt: null }).where(eq(application.id, applicationId)),
    );
    expect(await on().message(cast.recruiter, applicationId, null)).toMatchObject({
      nextWordAt: null,
    });
    expect((await lettersTo(candidateId))[0]?.text).not.toContain("hear from us");
  });

  it("moves the date of an application on hold, which stays on hold", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    await on().hold(cast.recruiter, applicationId, 10);
    const view = await on().message(cast.recruiter, applicationId, 30);
    expect(view).toMatchObject({ state: "on_hold", next: { kind: "hold", at: view.nextWordAt } });
  });

  it("refuses a date that is past or too far away, and keeps nothing", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    for (const days of [-1, 400]) {
      expect(await refusal(on().message(cast.recruiter, applicationId, days))).toBe(
        "NEXT_WORD_PAST",
      );
    }
    expect(await lettersTo(candidateId)).toEqual([]);
  });

  it("is refused after ten within a day, all at once too", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 14 }, () => on().message(cast.manager, applicationId, 5, "Once more.")),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(10);
    expect(await refusal(on().message(cast.manager, applicationId, 5, "And again."))).toBe(
      "MESSAGES_MANY",
    );
    expect(await lettersTo(candidateId)).toHaveLength(10);
  });

  it("is for those who lead the job, and hidden from another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    for (const by of [cast.admin, cast.otherRecruiter, cast.coordinator, cast.interviewer]) {
      expect(await refusal(on().message(by, applicationId))).toBe("FORBIDDEN");
    }
    expect((await on().show(cast.otherRecruiter, applicationId)).may.message).toBeNull();
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    expect(await refusal(elsewhere.message(there.cast.recruiter, applicationId))).toBe("NOT_FOUND");
    expect((await readApplication({ harness, org }, applicationId)).row.state).toBe("active");
  });
});

describe("law 1: a message may judge", () => {
  const WORD = "zanzibar";

  it("is sealed to others until the stage opens, and never to who wrote it", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.interviewer,
    ]);
    await on().message(cast.recruiter, applicationId, 5, `${WORD}: your talk was splendid.`);
    const reads = async (by: Member) =>
      JSON.stringify(await on().show(by, applicationId)).includes(WORD);
    const trail = async () =>
      JSON.stringify(await query(harness, org, cast.admin, "audit.list", listAudit, {}));
    expect(await reads(cast.recruiter)).toBe(true);
    for (const by of [cast.manager, cast.interviewer, cast.otherRecruiter]) {
      expect(await reads(by), by.name).toBe(false);
    }
    expect(await trail()).not.toContain(WORD);
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made, "yes"),
    });
    expect(await reads(cast.manager)).toBe(true);
    expect(await reads(cast.interviewer)).toBe(true);
    expect(await reads(cast.otherRecruiter)).toBe(false);
  });
});
