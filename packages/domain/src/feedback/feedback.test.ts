import {
  auditDetail,
  deadline,
  feedback,
  feedbackWord,
  mail,
  scorecard,
  scorecardRating,
} from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { setApplication } from "../../test/applications.ts";
import { settled } from "../../test/at-once.ts";
import type { World } from "../../test/deciding.ts";
import {
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { makeRejected, reverseLoop, sendRejection } from "../../test/heard.ts";
import { withPolicies } from "../../test/in-force.ts";
import { makePost, slugOf } from "../../test/posts.ts";
import { showApplication } from "../application/show.ts";
import { exportDocument } from "../candidate/export/document.ts";
import { ExportDocument } from "../candidate/export/schema.ts";
import { showOwn } from "../candidate/show-own.ts";
import type { Actor, CommandCtx, Member, ReadCtx } from "../context.ts";
import { listDeadlines } from "../deadline/list.ts";
import { showHome } from "../home/show.ts";
import { LIMITS } from "../limits.ts";
import { takeMail } from "../mail/deliver.ts";
import { feedbackAllowedRule } from "./allowed.ts";
import { askFeedback, saveFeedbackDraft, sendFeedback, showFeedback } from "./index.ts";
import type { AskFeedbackInput, ShowFeedbackInput } from "./schemas.ts";
import type { z } from "zod";

const harness = useHarness();
const TEXT = "Say aloud which index you expect, then read the plan of the query and compare.";
let world: World;

beforeAll(async () => {
  const made = await makeOrg(harness);
  world = { harness, ...made, made: await makeJob(harness, made) };
  await makePost(harness, world, world.made);
});

const ON = { rule: feedbackAllowedRule, parameters: { given: true, askDays: 30 } };
const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });

async function rejected({ told = true } = {}) {
  const applicationId = await makeRejected(world);
  const [row] = await harness.within(world.org.id, (tx) =>
    tx.select({ id: mail.recipientId }).from(mail).where(eq(mail.subjectId, applicationId)),
  );
  if (told) await sendRejection(world, applicationId);
  return { applicationId, candidateId: row?.id ?? "" };
}

type Of = { applicationId: string; candidateId: string };
const ask = ({ applicationId, candidateId }: Of, policies = [ON]) =>
  command(
    harness,
    world.org,
    as(candidateId),
    "feedback.ask",
    (ctx: CommandCtx, input: z.infer<typeof AskFeedbackInput>) =>
      askFeedback(withPolicies(ctx, policies), input),
    { applicationId },
  );
const own = async ({ applicationId, candidateId }: Of, policies = [ON]) => {
  const view = await query(
    harness,
    world.org,
    as(candidateId),
    "candidate.showOwn",
    (ctx: ReadCtx, _input: object) => showOwn(withPolicies(ctx, policies)),
    {},
  );
  return view.applications.find((one) => one.id === applicationId);
};
const show = (by: Actor, applicationId: string) =>
  query(
    harness,
    world.org,
    by,
    "feedback.show",
    (ctx: ReadCtx, input: z.infer<typeof ShowFeedbackInput>) => showFeedback(ctx, input),
    { applicationId },
  );
const words = (text = TEXT, at = 0) => ({
  words: [{ competencyId: world.made.competencyIds[at] ?? "", text }],
});
const save = (by: Member, applicationId: string, revision: number, text = TEXT) =>
  command(harness, world.org, by, "feedback.saveDraft", saveFeedbackDraft, {
    applicationId,
    revision,
    content: words(text),
  });
const send = (by: Member, applicationId: string, content = words()) =>
  command(harness, world.org, by, "feedback.send", sendFeedback, { applicationId, content });

async function asked(): Promise<Of> {
  const of = await rejected();
  await ask(of);
  return of;
}

describe("feedback.ask", () => {
  it("is refused where no policy lets, with the sentence on the candidate's own page", async () => {
    const of = await rejected();
    expect(await refusal(ask(of, []))).toBe("FEEDBACK_NOT_GIVEN");
    expect((await own(of, []))?.may.askFeedback?.sentence).toContain("gives no feedback");
    expect((await own(of))?.may.askFeedback).toBeNull();
    const far = { ...ON, segment: { region: "FR" } };
    expect(await refusal(ask(of, [far]))).toBe("FEEDBACK_NOT_GIVEN");
  });

  it("is refused before the rejection was told, as if there were none", async () => {
    const of = await rejected({ told: false });
    expect(await refusal(ask(of))).toBe("FEEDBACK_NOT_REJECTED");
    expect((await own(of))?.may.askFeedback?.sentence).toContain("has ended with a rejection");
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

describe("law 1: feedback judges the candidate", () => {
  it("is sealed to who owes a scorecard on them, with its deadline and its line", async () => {
    const of = await asked();
    await save(world.cast.recruiter, of.applicationId, 0);
    const again = await makeApplication(harness, world.org, world.made, {
      stage: "loop",
      candidateId: of.candidateId,
    });
    const { recruiter } = world.cast;
    await makeInterview(harness, world.org, world.made, again.applicationId, "loopA", [recruiter]);
    expect(await refusal(show(recruiter, of.applicationId))).toBe("SEALED_OWES");
    expect(await refusal(save(recruiter, of.applicationId, 1))).toBe("SEALED_OWES");
    expect(await refusal(send(recruiter, of.applicationId))).toBe("SEALED_OWES");
    const view = await query(harness, world.org, recruiter, "application.show", showApplication, {
      applicationId: of.applicationId,
    });
    expect(view.feedback).toBeNull();
    expect(view.timeline.find((line) => line.kind === "feedback.asked")?.sealed).not.toBeNull();
    const lists = await query(harness, world.org, recruiter, "deadline.list", listDeadlines, {
      scope: "all",
      kind: "feedback_owed",
    });
    expect(lists.lines.map((one) => one.applicationId)).not.toContain(of.applicationId);
    await send(world.cast.manager, of.applicationId);
  });

  it("stands in no audit entry", async () => {
    const { applicationId } = await asked();
    await send(world.cast.recruiter, applicationId);
    const entries = (await auditTrail(harness, world.org.id)).filter(
      (entry) => entry.subjectId === applicationId && entry.action.startsWith("feedback."),
    );
    expect(entries.map((one) => one.action)).toEqual(["feedback.ask", "feedback.send"]);
    const details = await harness.within(world.org.id, (tx) =>
      tx
        .select()
        .from(auditDetail)
        .where(
          inArray(
            auditDetail.entryId,
            entries.map((one) => one.id),
          ),
        ),
    );
    expect(details.length).toBe(2);
    expect(JSON.stringify([entries, details])).not.toContain(TEXT);
  });
});

describe("law 10: what was written is the candidate's, too", () => {
  const held = async ({ applicationId, candidateId }: Of) => {
    const document = await query(
      harness,
      world.org,
      as(candidateId),
      "candidate.showOwn",
      (ctx: ReadCtx, input: { candidateId: string }) => exportDocument(ctx, input.candidateId),
      { candidateId },
    );
    expect(ExportDocument.parse(document)).toEqual(document);
    return { applicationId, feedback: document.applications.map((one) => one.feedback) };
  };

  it("stands in their copy, its author by duty, before it is sent and after", async () => {
    const of = await asked();
    await save(world.cast.recruiter, of.applicationId, 0, "Half of it");
    const [draft] = (await held(of)).feedback;
    expect(draft).toMatchObject({
      sentAt: null,
      by: null,
      words: [{ competency: "business-rules", text: "Half of it" }],
    });
    await send(world.cast.recruiter, of.applicationId);
    const [sent] = (await held(of)).feedback;
    expect(sent).toMatchObject({
      by: "a recruiter",
      words: [{ competency: "business-rules", text: TEXT }],
    });
  });
});

describe("law 7: who knows the candidate", () => {
  it("writes nothing", async () => {
    const { applicationId, candidateId } = await asked();
    const { manager, recruiter } = world.cast;
    await makeRelation(harness, world.org, candidateId, manager, "relation");
    expect(await refusal(save(manager, applicationId, 0))).toBe("CONFLICT_OF_INTEREST");
    expect(await refusal(send(manager, applicationId))).toBe("CONFLICT_OF_INTEREST");
    const seen = await show(manager, applicationId);
    expect(seen.may.write?.sentence.length).toBeGreaterThan(10);
    await send(recruiter, applicationId);
  });
});

describe("law 12: another organization", () => {
  it("finds and changes nothing", async () => {
    const { applicationId, candidateId } = await asked();
    const other = await makeOrg(harness);
    const of = { applicationId };
    expect(
      await refusal(
        query(harness, other.org, other.cast.recruiter, "feedback.show", showFeedback, of),
      ),
    ).toBe("NOT_FOUND");
    expect(
      await refusal(
        command(harness, other.org, other.cast.recruiter, "feedback.send", sendFeedback, {
          ...of,
          content: words(),
        }),
      ),
    ).toBe("NOT_FOUND");
    expect(
      await refusal(command(harness, other.org, as(candidateId), "feedback.ask", askFeedback, of)),
    ).toBe("NOT_FOUND");
    const rows = await harness.within(world.org.id, (tx) =>
      tx.select().from(feedback).where(eq(feedback.applicationId, applicationId)),
    );
    expect(rows).toMatchObject([{ sentAt: null }]);
  });
});

describe("law 15: whoever leads the job writes", () => {
  it("and nobody else, the other candidate among them", async () => {
    const { applicationId } = await asked();
    const { cast } = world;
    for (const by of [cast.interviewer, cast.otherRecruiter, cast.coordinator, cast.admin]) {
      expect(await refusal(show(by, applicationId)), by.name).toBe("FORBIDDEN");
      expect(await refusal(send(by, applicationId)), by.name).toBe("FORBIDDEN");
    }
    const other = await rejected();
    expect(await refusal(ask({ ...other, applicationId }))).toBe("NOT_FOUND");
    const sent = await harness.within(world.org.id, (tx) =>
      tx.select().from(feedbackWord).where(eq(feedbackWord.applicationId, applicationId)),
    );
    expect(sent).toEqual([]);
  });
});
