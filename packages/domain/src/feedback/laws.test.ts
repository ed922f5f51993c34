import { auditDetail, feedback, feedbackWord } from "@rubric/db/schema";
import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../test/deciding.ts";
import { makeApplication, makeInterview, makeOrg, makeRelation } from "../../test/factories.ts";
import { auditTrail, command, query, refusal } from "../../test/harness.ts";
import { showApplication } from "../application/show.ts";
import { exportDocument } from "../candidate/export/document.ts";
import { ExportDocument } from "../candidate/export/schema.ts";
import type { ReadCtx } from "../context.ts";
import { listDeadlines } from "../deadline/list.ts";
import { askFeedback, sendFeedback, showFeedback } from "./index.ts";
import { as, type Asked, TEXT, feedbackWorld } from "../../test/feedback.ts";

const feedbacks = feedbackWorld();
const { harness, rejected, ask, show, words, save, send, asked } = feedbacks;
let world: World;

beforeAll(() => {
  world = feedbacks.world();
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
  const held = async ({ applicationId, candidateId }: Asked) => {
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
