import { application, decision as decisionTable, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  acceptAs,
  applicationNow,
  decideAs,
  decision,
  holdDebrief,
  makeOffer,
  makeOfferable,
  makeRatedLoop,
  type World,
} from "../../test/deciding.ts";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import type { Member } from "../context.ts";
import { reverseDecision } from "./reverse.ts";
import type { DecisionKind } from "./schemas.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }, { openings: 9 }) };
});

async function decided(kind: DecisionKind) {
  const { applicationId, candidateId } = await makeRatedLoop(world);
  await holdDebrief(world, applicationId);
  const input = decision(world, applicationId, "loop", { kind });
  const view = await decideAs(world, world.cast.manager, input);
  return { applicationId, candidateId, decisionId: view.decisions[0]?.id ?? "" };
}

function reverse(
  actor: Member,
  { applicationId, decisionId }: { applicationId: string; decisionId: string },
  kind: DecisionKind,
) {
  const { stageId, ...grounds } = decision(world, applicationId, "loop", { kind });
  return command(harness, world.org, actor, "debrief.reverse", reverseDecision, {
    ...grounds,
    decisionId,
    reversalReason: "The reference changes the picture.",
  });
}

describe("law 5: debrief.reverse", () => {
  it("supersedes a rejection by a new decision; the person is active again and was not told", async () => {
    const one = await decided("reject");
    const view = await reverse(world.cast.manager, one, "advance");
    expect(view.decisions).toMatchObject([
      { kind: "advance", state: "recorded" },
      {
        id: one.decisionId,
        kind: "reject",
        state: "superseded",
        supersededBy: view.decisions[0]?.id,
        reversalReason: "The reference changes the picture.",
      },
    ]);
    expect(await applicationNow(world, one.applicationId)).toEqual({
      state: "active",
      stageId: world.made.stages.offer,
      endedAt: null,
    });
    const letters = await harness.within(world.org.id, (tx) =>
      tx
        .select({ template: mail.template, state: mail.state })
        .from(mail)
        .where(and(eq(mail.orgId, world.org.id), eq(mail.subjectId, one.applicationId))),
    );
    expect(letters).toContainEqual({ template: "application.rejected", state: "taken_back" });
    expect(letters).toContainEqual({ template: "application.advanced", state: "queued" });
    const entries = (await auditTrail(harness, world.org.id)).filter(
      (entry) => entry.subjectId === view.decisions[0]?.id,
    );
    expect(entries.map((entry) => entry.action)).toEqual(["debrief.reverse"]);
  });

  it("turns an advance into a rejection, though the person is a stage further", async () => {
    const one = await decided("advance");
    await reverse(world.cast.manager, one, "reject");
    expect((await applicationNow(world, one.applicationId))?.state).toBe("rejected");
    expect(await refusal(reverse(world.cast.manager, one, "advance"))).toBe("DECISION_SUPERSEDED");
  });

  it("takes a decision to offer back, and to offer again rests on the new one", async () => {
    const one = await decided("offer");
    const view = await reverse(world.cast.manager, one, "advance");
    expect(view.decisions[0]).toMatchObject({ kind: "advance" });
    expect(await applicationNow(world, one.applicationId)).toMatchObject({
      state: "active",
      stageId: world.made.stages.offer,
    });
  });

  it("is the manager's, not the recruiter's, and hides another organization's", async () => {
    const one = await decided("reject");
    expect(await refusal(reverse(world.cast.recruiter, one, "advance"))).toBe("FORBIDDEN");
    const other = await makeOrg(harness);
    const { stageId, ...grounds } = decision(world, one.applicationId, "loop");
    expect(
      await refusal(
        command(harness, other.org, other.cast.manager, "debrief.reverse", reverseDecision, {
          ...grounds,
          decisionId: one.decisionId,
          reversalReason: "Not mine to reverse.",
        }),
      ),
    ).toBe("NOT_FOUND");
  });

  it("is refused while an offer is out, and once the person is hired", async () => {
    const { applicationId, candidateId } = await makeOfferable(world);
    const offerId = await makeOffer(world, applicationId, "sent");
    const [latest] = await harness.within(world.org.id, (tx) =>
      tx.select().from(decisionTable).where(eq(decisionTable.applicationId, applicationId)),
    );
    const one = { applicationId, decisionId: latest?.id ?? "" };
    expect(await refusal(reverse(world.cast.manager, one, "reject"))).toBe("OFFER_OUT");
    await acceptAs(world, candidateId, offerId);
    expect(await refusal(reverse(world.cast.manager, one, "reject"))).toBe("APPLICATION_STATE");
  });

  it("is refused where the person has applied again meanwhile", async () => {
    const one = await decided("reject");
    await makeApplication(harness, world.org, world.made, { candidateId: one.candidateId });
    expect(await refusal(reverse(world.cast.manager, one, "advance"))).toBe("ACTIVE_APPLICATION");
  });

  it("happens once, however many reverse at once", async () => {
    const one = await decided("reject");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => reverse(world.cast.manager, one, "advance")),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });
});

describe("withdrawn → active", () => {
  it("is a new decision of the manager on the stage the person left", async () => {
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    await harness.within(world.org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "withdrawn", endedAt: new Date() })
        .where(eq(application.id, applicationId)),
    );
    await decideAs(world, world.cast.manager, decision(world, applicationId, "loop"));
    expect(await applicationNow(world, applicationId)).toEqual({
      state: "active",
      stageId: world.made.stages.offer,
      endedAt: null,
    });
  });
});
