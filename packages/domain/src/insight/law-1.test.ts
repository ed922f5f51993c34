import { scorecardVersion } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { query, useHarness } from "../../test/harness.ts";
import { daysAgo, makePastLoop, type PastLoop, seatOn } from "../../test/past-loops.ts";
import type { Org } from "../context.ts";
import { isIndependent, ratedCards } from "../debrief/ratings.ts";
import { blindOn } from "../scorecard/seal-facts.ts";
import { writeVersion } from "../scorecard/write-version.ts";
import { countedCards } from "./counted.ts";
import { listQuestionHealth, showInsight } from "./index.ts";
import { questionFacts } from "./question-facts.ts";
import { steadyContent } from "../../test/past-loops.ts";

const harness = useHarness();
const CUTOFF = daysAgo(30);
let org: Org;
let cast: Cast;
let made: MadeJob;
let world: { harness: typeof harness; org: Org; made: MadeJob };

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  world = { harness, org, made };
});

const past = (more: Partial<PastLoop> = {}) =>
  makePastLoop(world, {
    raters: [
      { by: cast.interviewer, step: 3 },
      { by: cast.second, step: 1 },
    ],
    ...more,
  });

/** Ids and independent versions of the counted scorecards of an application. */
async function countedOf(applicationId: string) {
  const rows = await harness.within(org.id, (tx) =>
    tx.execute(sql`with ${countedCards(org.id, CUTOFF)}
      select id, number from counted where application_id = ${applicationId} order by id`),
  );
  return rows.map((row) => ({ id: String(row["id"]), number: row["number"] }));
}

const isCounted = async (applicationId: string) => (await countedOf(applicationId)).length > 0;

describe("law 1: no sealed thing through insight", () => {
  it("counts what is over for everybody", async () => {
    const { applicationId, candidateId } = await past();
    expect(await countedOf(applicationId)).toHaveLength(2);
    for (const one of Object.values(cast)) {
      const blind = await harness.within(org.id, (tx) =>
        blindOn(tx, org.id, one.memberId, candidateId),
      );
      expect(blind).toBeNull();
    }
  });

  it.each<[string, Partial<PastLoop>]>([
    ["goes on", { state: "active" }],
    ["ended after the cut-off", { at: daysAgo(20) }],
  ])("does not count an application that %s", async (_name, more) => {
    const { applicationId } = await past(more);
    expect(await isCounted(applicationId)).toBe(false);
  });

  it.each([
    ["owes a scorecard on it", "assigned", "held", false],
    ["owed one of a cancelled interview", "assigned", "cancelled", true],
    ["has a void one", "void", "held", true],
    ["has a struck one", "struck", "held", true],
  ] as const)("with somebody who %s", async (_name, state, interviewState, counted) => {
    const { applicationId } = await past();
    await seatOn(world, applicationId, cast.third, state, interviewState);
    expect(await isCounted(applicationId)).toBe(counted);
  });

  it("does not count while somebody was excused from a stage that is undecided", async () => {
    const { applicationId } = await past();
    await seatOn(world, applicationId, cast.third, "excused");
    expect(await isCounted(applicationId)).toBe(true);
    await harness.within(org.id, (tx) =>
      tx.execute(sql`update application_stage set decided_at = null
        where org_id = ${org.id} and application_id = ${applicationId}`),
    );
    expect(await isCounted(applicationId)).toBe(false);
  });

  it("does not count an earlier application once its candidate applies again", async () => {
    const { applicationId, candidateId } = await past();
    const other = await makeJob(harness, { org, cast });
    const again = await makeApplication(harness, org, other, { stage: "loop", candidateId });
    expect(await isCounted(applicationId)).toBe(false);
    // And whoever is to judge the new one sees no figure move by the old.
    await makeInterview(harness, org, other, again.applicationId, "loopA", [cast.third]);
    expect(await isCounted(applicationId)).toBe(false);
  });

  it("does not count confidential jobs", async () => {
    const secret = await makeJob(harness, { org, cast }, { confidential: true });
    const { applicationId } = await makePastLoop(
      { ...world, made: secret },
      {
        raters: [{ by: cast.interviewer, step: 3 }],
      },
    );
    expect(await isCounted(applicationId)).toBe(false);
  });

  it("shows nothing move while a scorecard is owed, to whoever looks", async () => {
    const look = () =>
      Promise.all([
        ...[cast.third, cast.interviewer, cast.recruiter].map((one) =>
          query(harness, org, one, "insight.show", showInsight, {}),
        ),
        query(harness, org, cast.recruiter, "insight.listQuestions", listQuestionHealth, {
          competencyKey: null,
          show: "all",
          order: "asked",
        }),
      ]);
    const before = await look();
    const { applicationId } = await past({ state: "active" });
    await seatOn(world, applicationId, cast.third, "assigned");
    expect(await look()).toEqual(before);
  });
});

describe("law 3: figures use the version from before its author could read another's", () => {
  it("counts the same scorecards as the debrief, of the same version", async () => {
    const { applicationId, scorecardIds } = await past({
      raters: [
        { by: cast.interviewer, step: 3 },
        { by: cast.second, step: 1, afterReading: true },
      ],
    });
    const [first = ""] = scorecardIds;
    await harness.within(org.id, async (tx) => {
      const correct = (number: number, afterReading: boolean, step: number) =>
        writeVersion(
          tx,
          { orgId: org.id, scorecardId: first, number },
          steadyContent(made, step, true),
          {
            reason: "A slip",
            submittedAt: daysAgo(60),
            afterReading,
            readStages: [],
          },
        );
      await correct(2, false, 4);
      await correct(3, true, 0);
    });
    await seatOn(world, applicationId, cast.third, "struck");
    const cards = await harness.within(org.id, (tx) =>
      ratedCards(tx, org.id, { applicationId, stageId: null }),
    );
    const independent = cards
      .filter(isIndependent)
      .map(({ card, base }) => ({ id: card.id, number: base?.version.number ?? null }));
    expect(independent).toEqual([{ id: first, number: 2 }]);
    const counted = await countedOf(applicationId);
    expect(counted.filter((one) => one.number !== null)).toEqual(independent);
  });

  it("leaves a struck version out", async () => {
    const { applicationId, scorecardIds } = await past();
    const [first = ""] = scorecardIds;
    await harness.within(org.id, (tx) =>
      tx
        .update(scorecardVersion)
        .set({ struckAt: new Date(), struckReason: "Wrong candidate" })
        .where(and(eq(scorecardVersion.orgId, org.id), eq(scorecardVersion.scorecardId, first))),
    );
    expect((await countedOf(applicationId)).map((one) => one.id)).not.toContain(first);
  });

  it("leaves who had read out of the ratings under a question, though they asked it", async () => {
    const other = await makeJob(harness, { org, cast });
    await makePastLoop(
      { ...world, made: other },
      {
        raters: [
          { by: cast.interviewer, step: 3 },
          { by: cast.second, step: 1, afterReading: true },
        ],
      },
    );
    const facts = await harness.within(org.id, (tx) => questionFacts(tx, org.id, CUTOFF));
    const own = facts.get(other.questionIds[0] ?? "");
    expect(own).toMatchObject({ asked: 2, interviewers: 2, ratings: [0, 0, 0, 1, 0] });
  });
});
