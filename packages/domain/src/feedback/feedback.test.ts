import { deadline, mail, scorecard, scorecardRating } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { setApplication } from "../../test/applications.ts";
import { settled } from "../../test/at-once.ts";
import type { World } from "../../test/deciding.ts";
import { makeJob } from "../../test/factories.ts";
import { auditTrail, query, refusal } from "../../test/harness.ts";
import { reverseLoop } from "../../test/heard.ts";
import { slugOf } from "../../test/posts.ts";
import { showApplication } from "../application/show.ts";
import { listDeadlines } from "../deadline/list.ts";
import { showHome } from "../home/show.ts";
import { LIMITS } from "../limits.ts";
import { takeMail } from "../mail/deliver.ts";
import { GIVEN, TEXT, feedbackWorld } from "../../test/feedback.ts";

const feedbacks = feedbackWorld();
const { harness, rejected, ask, own, show, words, save, send, asked } = feedbacks;
let world: World;

beforeAll(() => {
  world = feedbacks.world();
});

describe("feedback.ask", () => {
  it("is refused where no policy lets, with the sentence on the candidate's own page", async () => {
    const of = await rejected();
    expect(await refusal(ask(of, []))).toBe("FEEDBACK_NOT_GIVEN");
    expect((await own(of, []))?.may.askFeedback?.sentence).toContain("gives no feedback");
    expect((await own(of))?.may.askFeedback).toBeNull();
    const far = { ...GIVEN, segment: { region: "FR" } };
    expect(await refusal(ask(of, [far]))).toBe("FEEDBACK_NOT_GIVEN");
  });

  it("is refused before the rejection was told, as if there were none", async () => {
    const of = await rejected({ told: false });
    expect(await refusal(ask(of))).toBe("FEEDBACK_NOT_REJECTED");
    expect((await own(of))?.may.askFeedback?.sentence).toContain(
      "once you were told how an application ended",
    );
  });

  it("is refused after an administrative rejection, and after the days that the policy sets", async () => {
    const formal = await rejected();
    await setApplication(world, formal.applicationId, { stateReason: "filled_or_closed" });
    expect(await refusal(ask(formal))).toBe("FEEDBACK_NOT_ON_MERIT");
    const late = await rejected();
    const told = new Date(Date.now() - 31 * 86_400_000);
    await harness.within(world.org.id, (tx) =>
      tx
        .update(mail)
        .set({ sentAt: told })
        .where(and(eq(mail.orgId, world.org.id), eq(mail.subjectId, late.applicationId))),
    );
    expect(await refusal(ask(late))).toBe("FEEDBACK_LATE");
  });

  it("asks once, of many at once", async () => {
    const of = await rejected();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => settled(() => ask(of))));
    expect(outcomes.toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => "FEEDBACK_ASKED"),
      "done",
    ]);
  });
});

describe("law 11: feedback that was asked for is owed", () => {
  const deadlineOf = async (applicationId: string) => {
    const [row] = await harness.within(world.org.id, (tx) =>
      tx
        .select()
        .from(deadline)
        .where(and(eq(deadline.subjectId, applicationId), eq(deadline.kind, "feedback_owed"))),
    );
    return row;
  };

  it("by the recruiter of the job with a stand-in, on Home and among the deadlines", async () => {
    const { applicationId } = await asked();
    const { cast } = world;
    const row = await deadlineOf(applicationId);
    expect(row).toMatchObject({ state: "open", ownerId: cast.recruiter.memberId });
    expect(row?.standInId).toBe(cast.manager.memberId);
    const days = ((row?.dueAt.getTime() ?? 0) - (row?.startsAt.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(13);
    expect(days).toBeLessThan(15.1);
    const home = await query(harness, world.org, cast.recruiter, "home.show", showHome, {});
    expect(home.deadlines.map((one) => one.applicationId)).toContain(applicationId);
    const all = await query(harness, world.org, cast.recruiter, "deadline.list", listDeadlines, {
      scope: "mine",
    });
    expect(all.lines.find((one) => one.applicationId === applicationId)?.what).toBe(
      "Write the feedback that Casey Candidate asked for",
    );
    const view = await query(
      harness,
      world.org,
      cast.recruiter,
      "application.show",
      showApplication,
      { applicationId },
    );
    expect(view.feedback).toMatchObject({ sentAt: null, dueAt: row?.dueAt.toISOString() });
  });

  it("until it is sent", async () => {
    const { applicationId } = await asked();
    await send(world.cast.recruiter, applicationId);
    expect(await deadlineOf(applicationId)).toMatchObject({
      state: "done",
      doneBy: world.cast.recruiter.memberId,
    });
  });

  it("or until the decision is reversed: then nothing is owed, and nothing can be sent", async () => {
    const of = await asked();
    await reverseLoop(world, of.applicationId);
    expect(await deadlineOf(of.applicationId)).toMatchObject({ state: "void" });
    expect(await refusal(send(world.cast.recruiter, of.applicationId))).toBe("FEEDBACK_REOPENED");
    expect((await own(of))?.feedback?.dueAt).toBeNull();
  });
});

describe("feedback.saveDraft", () => {
  it("keeps what was typed without an audit entry, and refuses what was typed over an older one", async () => {
    const { applicationId } = await asked();
    const before = (await auditTrail(harness, world.org.id)).length;
    expect(await save(world.cast.recruiter, applicationId, 0)).toMatchObject({ revision: 1 });
    expect((await auditTrail(harness, world.org.id)).length).toBe(before);
    expect(await refusal(save(world.cast.manager, applicationId, 0, "Over it"))).toBe(
      "DRAFT_OUTDATED",
    );
    const view = await show(world.cast.manager, applicationId);
    expect(view).toMatchObject({ state: "asked", revision: 1, may: { write: null } });
    expect(view.competencies.map((one) => one.text)).toEqual([TEXT, "", ""]);
    expect(view.competencies[0]).toMatchObject({ level: "Senior", anchor: "Anchor 0 1" });
  });

  it("stays on the page of the team: the candidate sees nothing before it is sent", async () => {
    const of = await asked();
    await save(world.cast.recruiter, of.applicationId, 0);
    expect(JSON.stringify(await own(of))).not.toContain(TEXT);
  });
});

describe("feedback.send", () => {
  it("gives it to the candidate, by an e-mail that says nothing of it, and never changes again", async () => {
    const of = await asked();
    await send(world.cast.manager, of.applicationId);
    const given = await own(of);
    expect(given?.feedback?.words).toEqual([
      { key: "business-rules", competency: "business-rules", text: TEXT },
    ]);
    expect(given?.prepareFor).toBe(slugOf(world.made));
    const [letter] = await harness.within(world.org.id, (tx) =>
      tx
        .select({ id: mail.id })
        .from(mail)
        .where(and(eq(mail.subjectId, of.applicationId), eq(mail.template, "feedback.waits"))),
    );
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl: "https://rubric.test" };
    const written = await takeMail(deps, { orgId: world.org.id, id: letter?.id ?? "" });
    expect(written?.mail.subject).toContain("An answer waits");
    expect(`${written?.mail.text} ${written?.mail.html}`).not.toContain(TEXT);
    const { recruiter } = world.cast;
    expect(await refusal(save(recruiter, of.applicationId, 0, "More"))).toBe("FEEDBACK_SENT");
    expect(await refusal(send(recruiter, of.applicationId, words("More")))).toBe("FEEDBACK_SENT");
    expect(await refusal(ask(of))).toBe("FEEDBACK_ASKED");
    expect((await own(of))?.feedback?.words[0]?.text).toBe(TEXT);
  });

  it("sends one of many at once, and each word of it once", async () => {
    const of = await asked();
    const texts = Array.from({ length: 8 }, (_, n) => `Version ${n} of it`);
    const by = [world.cast.recruiter, world.cast.manager];
    const outcomes = await Promise.all(
      texts.map((text, n) =>
        settled(() => send(by[n % 2] ?? world.cast.manager, of.applicationId, words(text))),
      ),
    );
    expect(outcomes.toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => "FEEDBACK_SENT"),
      "done",
    ]);
    expect((await own(of))?.feedback?.words).toHaveLength(1);
    const letters = await harness.within(world.org.id, (tx) =>
      tx
        .select({ id: mail.id })
        .from(mail)
        .where(and(eq(mail.subjectId, of.applicationId), eq(mail.template, "feedback.waits"))),
    );
    expect(letters).toHaveLength(1);
  });

  it("refuses the words of a scorecard, the names of who judged, nothing, and a stranger's competency", async () => {
    const { applicationId } = await asked();
    const { cast, org } = world;
    const seen = "Guessed at the index and never once looked at the plan of the query.";
    const mine = [
      eq(scorecard.orgId, org.id),
      eq(scorecard.applicationId, applicationId),
      eq(scorecard.authorId, cast.interviewer.memberId),
    ];
    await harness.within(org.id, async (tx) => {
      const cards = tx
        .select({ id: scorecard.id })
        .from(scorecard)
        .where(and(...mine));
      await tx
        .update(scorecardRating)
        .set({ evidence: seen })
        .where(and(eq(scorecardRating.orgId, org.id), inArray(scorecardRating.scorecardId, cards)));
    });
    const sends = (text: string) => refusal(send(cast.recruiter, applicationId, words(text)));
    expect(await sends(seen)).toBe("FEEDBACK_COPIED");
    expect(await sends(`${cast.interviewer.name} thought so.`)).toBe("FEEDBACK_NAMES");
    expect(await sends("   ")).toBe("FEEDBACK_EMPTY");
    const other = await makeJob(harness, world);
    const content = { words: [{ competencyId: other.competencyIds[0] ?? "", text: TEXT }] };
    expect(await refusal(send(cast.recruiter, applicationId, content))).toBe("FEEDBACK_UNKNOWN");
    await send(cast.recruiter, applicationId);
  });
});
