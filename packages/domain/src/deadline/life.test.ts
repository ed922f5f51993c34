import { newId } from "@rubric/db";
import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { applicationsOf, closeOpenings, setApplication } from "../../test/applications.ts";
import { makeApprovedOffer } from "../../test/approved-offer.ts";
import { deadlinesOf } from "../../test/deadlines.ts";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { command, useHarness } from "../../test/harness.ts";
import { policiesInForce } from "../../test/in-force.ts";
import { scheduling } from "../../test/scheduling.ts";
import { addCandidate, ask } from "../candidate/index.ts";
import type { Org } from "../context.ts";
import { catchUp } from "./catch-up.ts";
import { holdDue } from "../interview/system.ts";
import { takeMail, settleMail } from "../mail/deliver.ts";
import { declineOffer } from "../offer/decline.ts";
import { sendOffer } from "../offer/send.ts";
import { excuseScorecard } from "../scorecard/excuse.ts";
import { resumeScorecard } from "../scorecard/resume.ts";
import { submitScorecard } from "../scorecard/submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const DAY = 86_400_000;

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const due = () => deadlinesOf({ harness, org, made });
const on = () => applicationsOf({ harness, org });
const arrange = scheduling(harness, () => ({ org, cast, made }));

const add = async () =>
  command(harness, org, cast.recruiter, "candidate.add", addCandidate, {
    jobId: made.jobId,
    name: "Grace Found",
    email: `${newId()}@people.test`,
    phone: "",
    headline: "",
    links: [],
    uploadId: null,
  });

/** Sends the e-mail of this template about an application, as the worker does. */
async function leave(applicationId: string, template: string): Promise<void> {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select({ id: mail.id })
      .from(mail)
      .where(
        and(eq(mail.orgId, org.id), eq(mail.subjectId, applicationId), eq(mail.template, template)),
      ),
  );
  const deps = { ...harness.deps, publicUrl: "https://rubric.test" };
  const job = { orgId: org.id, id: row?.id ?? "" };
  expect(await takeMail(deps, job)).not.toBeNull();
  await settleMail(deps, job, "sent");
}

const hold = (clock = new Date()) =>
  harness.within(org.id, (tx) =>
    holdDue({
      tx,
      read: tx,
      org,
      actor: { kind: "system", job: "test" },
      clock,
      limits: harness.deps.limits,
      policy: policiesInForce([], clock),
      enqueue: async () => {},
    }),
  );

describe("law 11: the next word", () => {
  it("begins with an application, follows what is promised, and is met by each word", async () => {
    const { applicationId } = await add();
    const first = await due().one(applicationId, "next_word");
    expect(first).toMatchObject({ state: "open", ownerId: cast.recruiter.memberId });
    expect(first.setBy.map((one) => one.by)).toEqual(["promise", "policy"]);
    await on().hold(cast.recruiter, applicationId, 20);
    const rows = (await due().all()).filter((row) => row.kind === "next_word");
    expect(rows.map((row) => row.state)).toEqual(["done", "open"]);
    expect(rows[0]?.doneBy).toBe(cast.recruiter.memberId);
    expect(rows[1]?.dueAt.getTime()).toBeGreaterThan(Date.now() + 19 * DAY);
  });

  it("is late where the word came too late, and falls away with a withdrawal", async () => {
    const { applicationId } = await add();
    harness.setClock(new Date(Date.now() + 60 * DAY));
    await on().message(cast.recruiter, applicationId, 65);
    expect(await due().states(applicationId)).toContain("next_word late");
    await on().withdraw(cast.recruiter, applicationId);
    harness.setClock(null);
    const open = (await due().all()).filter((row) => row.state === "open");
    expect(open.map((row) => row.kind)).toEqual(["notice_art14"]);
  });

  it("runs on after a rejection until its e-mail has left", async () => {
    const { applicationId } = await add();
    await closeOpenings({ harness, org, made });
    await on().reject(cast.recruiter, applicationId);
    expect(await due().states(applicationId)).toContain("next_word open");
    await leave(applicationId, "application.rejected");
    expect(await due().states(applicationId)).toContain("next_word done");
  });

  it("goes on as it was when a rejection is taken back", async () => {
    const { applicationId } = await add();
    const { id } = await due().one(applicationId, "next_word");
    await closeOpenings({ harness, org, made });
    await on().reject(cast.recruiter, applicationId);
    await on().takeBack(cast.recruiter, applicationId);
    expect(await due().one(applicationId, "next_word")).toMatchObject({ id, state: "open" });
  });
});

describe("law 11: deadline.catchUp", () => {
  const begin = () =>
    due().call(
      { kind: "system", job: "worker" },
      "deadline.catchUp",
      async (ctx) => {
        const count = await catchUp(ctx);
        ctx.audit({ subject: { kind: "organization", id: org.id } });
        return count;
      },
      {},
    );

  it("begins those of what was there before deadlines were kept, once", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const nextWordAt = new Date(Date.now() + DAY);
    await setApplication({ harness, org }, applicationId, { nextWordAt });
    expect(await Promise.all([begin(), begin()])).not.toEqual([0, 0]);
    expect(await due().states(applicationId)).toEqual(["next_word open"]);
    expect(await begin()).toBe(0);
  });
});

describe("law 11: notice of who was added (GDPR, article 14)", () => {
  it("runs a month in the Union and is met when the e-mail has left", async () => {
    const { applicationId } = await add();
    const notice = await due().one(applicationId, "notice_art14");
    expect(notice.setBy[0]).toMatchObject({ by: "law", region: "EU" });
    await leave(applicationId, "candidate.added");
    expect(await due().one(applicationId, "notice_art14")).toMatchObject({ state: "done" });
  });

  it("is not owed elsewhere", async () => {
    await due().setPlaces(["US-CO"]);
    const { applicationId } = await add();
    expect(await due().states(applicationId)).toEqual(["next_word open"]);
  });
});

describe("law 11: scorecards that are owed", () => {
  it("begin with the schedule, move with it, and go to the hiring manager in their author's place", async () => {
    const { applicationId, interviewId } = await arrange.planned();
    await arrange.schedule(interviewId);
    const first = await due().one(applicationId, "scorecard_owed");
    expect(first).toMatchObject({
      ownerId: cast.interviewer.memberId,
      standInId: cast.manager.memberId,
    });
    expect(first.dueAt.getTime() - first.startsAt.getTime()).toBe(DAY);
    await arrange.move(interviewId);
    const moved = await due().one(applicationId, "scorecard_owed");
    expect(moved.dueAt.getTime()).toBeGreaterThan(first.dueAt.getTime());
    await arrange.swap(interviewId, cast.interviewer, cast.second);
    expect(await due().one(applicationId, "scorecard_owed")).toMatchObject({
      ownerId: cast.second.memberId,
    });
    expect(await due().states(applicationId)).toEqual(["scorecard_owed open"]);
    await arrange.cancel(interviewId);
    expect(await due().states(applicationId)).toEqual([]);
  });

  it("are met by submitting; an excuse ends them and going on after all brings them back", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const seats = [cast.interviewer, cast.second];
    const { scorecardIds } = await makeInterview(
      harness,
      org,
      made,
      applicationId,
      "loopA",
      seats,
      {
        startsAt: new Date(Date.now() - 2 * 3_600_000),
      },
    );
    await hold();
    const [one = "", two = ""] = scorecardIds;
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: one,
      content: fullContent(made),
    });
    const excuse = { scorecardId: two, why: "ill" as const, reason: "In bed since Monday." };
    await command(harness, org, cast.manager, "scorecard.excuse", excuseScorecard, excuse);
    expect(await due().states(applicationId)).toEqual(["scorecard_owed done"]);
    await command(harness, org, cast.second, "scorecard.resume", resumeScorecard, {
      scorecardId: two,
    });
    expect(await due().states(applicationId)).toEqual([
      "scorecard_owed done",
      "scorecard_owed open",
    ]);
  });
});

describe("law 11: answers", () => {
  it("to a question are due within two days and met by whatever is written", async () => {
    const { applicationId, candidateId } = await add();
    const as = { kind: "candidate" as const, candidateId };
    const input = { applicationId, text: "Would Thursday do?" };
    await command(harness, org, as, "candidate.ask", ask, input);
    await command(harness, org, as, "candidate.ask", ask, input);
    const asked = await due().one(applicationId, "question_answer");
    expect(asked.dueAt.getTime() - asked.startsAt.getTime()).toBe(2 * DAY);
    const { timeline } = await on().show(cast.recruiter, applicationId);
    const last = timeline.findLast((line) => line.kind === "candidate.asked");
    await on().message(cast.recruiter, applicationId, 5, "Thursday it is.", last?.id);
    expect(await due().states(applicationId)).toContain("question_answer done");
  });

  it("to who was interviewed are due within 45 days of the last interview in Ontario", async () => {
    await due().setPlaces(["CA-ON", "DE-BE"]);
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const at = (days: number) => ({ startsAt: new Date(Date.now() - days * DAY) });
    const seats = [cast.interviewer];
    await makeInterview(harness, org, made, applicationId, "loopA", seats, at(9));
    await hold();
    const first = await due().one(applicationId, "answer_interviewed");
    expect(first.setBy[0]).toMatchObject({ by: "law", region: "CA-ON" });
    expect(first.dueAt.getTime() - first.startsAt.getTime()).toBeGreaterThan(45 * DAY);
    expect(first.dueAt.getTime() - first.startsAt.getTime()).toBeLessThan(46 * DAY);
    await makeInterview(harness, org, made, applicationId, "loopB", [cast.second], at(2));
    await hold();
    const second = await due().one(applicationId, "answer_interviewed");
    expect(second.dueAt.getTime() - first.dueAt.getTime()).toBe(7 * DAY);
    expect((await due().states(applicationId)).filter((one) => /answer/.test(one))).toEqual([
      "answer_interviewed open",
    ]);
  });

  it("are owed by no law to who was interviewed elsewhere", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.interviewer]);
    await hold(new Date(Date.now() + DAY));
    expect(await due().states(applicationId)).toEqual(["scorecard_owed open"]);
  });
});

describe("law 11: offers", () => {
  it("expire by their date, and an answer meets that", async () => {
    const { applicationId, candidateId, offerId } = await makeApprovedOffer({
      harness,
      org,
      cast,
      made,
    });
    await command(harness, org, cast.recruiter, "offer.send", sendOffer, { offerId });
    expect(await due().one(applicationId, "offer_expiry")).toMatchObject({ state: "open" });
    const as = { kind: "candidate" as const, candidateId };
    await command(harness, org, as, "offer.decline", declineOffer, { offerId, words: "" });
    expect(await due().one(applicationId, "offer_expiry")).toMatchObject({ state: "done" });
  });
});
