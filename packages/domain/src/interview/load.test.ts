import { hiringTeam, mail, scorecard } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { settled } from "../../test/at-once.ts";
import { type Cast, makeJob, type MadeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { underPolicy } from "../../test/in-force.ts";
import { details, people, scheduling } from "../../test/scheduling.ts";
import type { Member, Org } from "../context.ts";
import { explain } from "../errors.ts";
import type { RuleKind } from "../policy/rule.ts";
import { chooseTime } from "./choose-time.ts";
import { interviewLoadRule } from "./load.ts";
import { moveInterview } from "./move.ts";
import { proposeInterview } from "./propose.ts";
import { scheduleInterview } from "./schedule.ts";
import { swapInterviewer } from "./swap.ts";
import { weekAround } from "./weeks.ts";

const harness = useHarness();
const limit = (kind: RuleKind, perWeek: number) =>
  underPolicy(interviewLoadRule, kind, { perWeek });
let org: Org;
let cast: Cast;
let made: MadeJob;
const arranging = scheduling(harness, () => ({ org, cast, made }));

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

/** A job whose pool is the interviewer and these. */
async function pool(...members: Member[]): Promise<void> {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  const named = members.map((name) =>
    Object.entries(cast).find(([, one]) => one.name === name.name),
  );
  await harness.within(org.id, async (tx) => {
    for (const [, one] of named.flatMap((found) => (found === undefined ? [] : [found]))) {
      await tx.insert(hiringTeam).values({
        orgId: org.id,
        jobId: made.jobId,
        memberId: one.memberId,
        duty: "interviewer",
      });
    }
  });
}

/** In two weeks' middle, so that hours around it fall into the same week. */
const WEDNESDAY = (() => {
  const { from } = weekAround(new Date(Date.now() + 14 * 86_400_000), "UTC");
  return from.getTime() + 2 * 86_400_000;
})();
const at = (hours: number) => new Date(WEDNESDAY + hours * 3_600_000).toISOString();

const schedule = (
  kind: RuleKind,
  perWeek: number,
  of: { interviewId: string; startsAt: string; by?: readonly Member[]; shadows?: Member[] },
) =>
  command(
    harness,
    org,
    cast.recruiter,
    "interview.schedule",
    limit(kind, perWeek)(scheduleInterview),
    {
      interviewId: of.interviewId,
      startsAt: of.startsAt,
      ...details,
      ...people(of.by ?? [cast.interviewer], of.shadows ?? []),
    },
  );
const seatsIn = (interviewId: string) =>
  harness.within(org.id, (tx) =>
    tx
      .select({ by: scorecard.authorId })
      .from(scorecard)
      .where(
        and(
          eq(scorecard.orgId, org.id),
          eq(scorecard.interviewId, interviewId),
          ne(scorecard.state, "void"),
        ),
      ),
  );

const NONE = { interviews: 0, week: "2030-03-04", seat: 1, of: 1, candidate: false };

describe("the rule of an interviewer's load", () => {
  it.each<[Partial<typeof NONE>, number, RuleKind, string]>([
    [{}, 1, "validation", "passed"],
    [{ interviews: 1 }, 2, "validation", "passed"],
    [{ interviews: 2 }, 2, "validation", "INTERVIEWER_LOAD"],
    [{ interviews: 3 }, 2, "validation", "INTERVIEWER_LOAD"],
    [{ interviews: 2, candidate: true }, 2, "validation", "INTERVIEWERS_GONE"],
    [{ interviews: 1 }, 2, "flow", "passed"],
    [{ interviews: 2 }, 2, "flow", "pass_on"],
    [{ interviews: 2, candidate: true }, 2, "flow", "pass_on"],
  ])("%j with %i a week, as %s: %s", (facts, perWeek, kind, expected) => {
    const verdict = interviewLoadRule.judge({ ...NONE, ...facts }, { perWeek }, kind);
    const said = verdict === null ? "passed" : "code" in verdict ? verdict.code : verdict.effect;
    expect(said).toBe(expected);
  });

  it("says whom it means by their place, never by name", () => {
    const verdict = interviewLoadRule.judge(
      { ...NONE, interviews: 20, seat: 2, of: 3 },
      { perWeek: 20 },
      "validation",
    );
    if (verdict === null || !("code" in verdict)) throw new Error("It is refused.");
    expect(explain(verdict).sentence).toBe(
      "Interviewer 2 of 3 has 20 interviews in the week of 2030-03-04 already, and no more are allowed.",
    );
  });

  it("counts a week from Monday on, in the organization's zone", () => {
    const sunday = new Date("2030-03-10T23:30:00.000Z");
    expect(weekAround(sunday, "UTC").day).toBe("2030-03-04");
    expect(weekAround(sunday, "Europe/Berlin").day).toBe("2030-03-11");
    const change = weekAround(new Date("2030-03-27T12:00:00.000Z"), "Europe/Berlin");
    expect(change.to.getTime() - change.from.getTime()).toBe((7 * 24 - 1) * 3_600_000);
  });
});

describe("an interviewer's load, as validation", () => {
  it("refuses one more in the week, and takes it in another week or by somebody else", async () => {
    await pool();
    const [first, second, third] = [
      await arranging.planned(),
      await arranging.planned(),
      await arranging.planned(),
    ];
    await schedule("validation", 1, { ...first, startsAt: at(9) });
    expect(await refusal(schedule("validation", 1, { ...second, startsAt: at(11) }))).toBe(
      "INTERVIEWER_LOAD",
    );
    await schedule("validation", 1, { ...second, startsAt: at(7 * 24) });
    await schedule("validation", 1, { ...third, startsAt: at(11), by: [cast.second] });
  });

  it("does not count who only watches, nor what was cancelled or is moved itself", async () => {
    await pool();
    const [first, second] = [await arranging.planned(), await arranging.planned()];
    await schedule("validation", 1, {
      ...first,
      startsAt: at(9),
      by: [cast.second],
      shadows: [cast.interviewer],
    });
    await schedule("validation", 1, { ...second, startsAt: at(11) });
    const move = limit("validation", 1)(moveInterview);
    await command(harness, org, cast.recruiter, "interview.move", move, {
      interviewId: second.interviewId,
      startsAt: at(13),
      minutes: 60,
      place: "Room 1",
    });
    await arranging.cancel(second.interviewId);
    const third = await arranging.planned();
    await schedule("validation", 1, { ...third, startsAt: at(12) });
  });

  it("holds for proposing, swapping, moving, and for the candidate's choice", async () => {
    await pool();
    const busy = await arranging.planned();
    const other = await arranging.planned();
    await arranging.propose(other.interviewId, [at(15)]);
    await schedule("validation", 1, { ...busy, startsAt: at(9) });
    const strict = limit("validation", 1);
    const self = { kind: "candidate" as const, candidateId: other.candidateId };
    expect(
      await refusal(
        command(harness, org, self, "interview.chooseTime", strict(chooseTime), {
          interviewId: other.interviewId,
          startsAt: at(15),
        }),
      ),
    ).toBe("INTERVIEWERS_GONE");
    expect(
      await refusal(
        command(harness, org, cast.recruiter, "interview.propose", strict(proposeInterview), {
          interviewId: other.interviewId,
          times: [at(16), at(7 * 24)],
          ...details,
          ...people([cast.interviewer]),
        }),
      ),
    ).toBe("INTERVIEWER_LOAD");
    await schedule("validation", 1, { ...other, startsAt: at(15), by: [cast.second] });
    expect(
      await refusal(
        command(harness, org, cast.recruiter, "interview.swap", strict(swapInterviewer), {
          interviewId: other.interviewId,
          out: cast.second.memberId,
          in: cast.interviewer.memberId,
        }),
      ),
    ).toBe("INTERVIEWER_LOAD");
    const later = await arranging.planned();
    await schedule("validation", 1, { ...later, startsAt: at(7 * 24) });
    expect(
      await refusal(
        command(harness, org, cast.recruiter, "interview.move", strict(moveInterview), {
          interviewId: later.interviewId,
          startsAt: at(17),
          minutes: 60,
          place: "",
        }),
      ),
    ).toBe("INTERVIEWER_LOAD");
  });

  it("is never exceeded, however many are scheduled at once", async () => {
    await pool();
    const planned = [];
    for (let n = 0; n < 12; n += 1) planned.push(await arranging.planned());
    const outcomes = await Promise.all(
      planned.map((one, n) =>
        settled(() => schedule("validation", 3, { ...one, startsAt: at(n) })),
      ),
    );
    expect(outcomes.filter((one) => one === "done")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "INTERVIEWER_LOAD")).toHaveLength(9);
  }, 60_000);
});

describe("an interviewer's load, as flow", () => {
  it("passes the interview to the least loaded of the pool, then by name, and tells both", async () => {
    await pool(cast.third, cast.second);
    const taken: string[] = [];
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const one = await arranging.planned();
      await schedule("flow", 1, { ...one, startsAt: at(2 * n) });
      taken.push((await seatsIn(one.interviewId))[0]?.by ?? "");
      ids.push(one.interviewId);
    }
    expect(taken).toEqual([cast.interviewer.memberId, cast.second.memberId, cast.third.memberId]);
    const full = await arranging.planned();
    expect(await refusal(schedule("flow", 1, { ...full, startsAt: at(9) }))).toBe(
      "INTERVIEWER_POOL_FULL",
    );
    const told = await harness.within(org.id, (tx) =>
      tx
        .select({ to: mail.recipientId, template: mail.template })
        .from(mail)
        .where(
          and(
            eq(mail.orgId, org.id),
            eq(mail.subjectId, ids[1] ?? ""),
            eq(mail.recipient, "member"),
          ),
        ),
    );
    expect(told.map((one) => `${one.template} ${one.to}`).toSorted()).toEqual(
      [
        `interview.scheduled ${cast.second.memberId}`,
        `interview.passedOn ${cast.interviewer.memberId}`,
        `interview.passedOn ${cast.second.memberId}`,
      ].toSorted(),
    );
  });

  it("takes no chair twice, and nobody who sits elsewhere at that time", async () => {
    await pool(cast.second, cast.third);
    const [first, second] = [await arranging.planned(), await arranging.planned()];
    await schedule("flow", 5, { ...first, startsAt: at(9), by: [cast.second] });
    await schedule("flow", 1, { ...second, startsAt: at(9), by: [cast.interviewer] });
    const third = await arranging.planned();
    await schedule("flow", 1, { ...third, startsAt: at(9.5), by: [cast.interviewer] });
    expect((await seatsIn(third.interviewId)).map((one) => one.by)).toEqual([cast.third.memberId]);
  });

  it("moves a seat on with an interview that is moved into a full week", async () => {
    await pool(cast.second);
    const [first, second] = [await arranging.planned(), await arranging.planned()];
    await schedule("flow", 1, { ...first, startsAt: at(9) });
    await schedule("flow", 1, { ...second, startsAt: at(7 * 24) });
    await command(harness, org, cast.recruiter, "interview.move", limit("flow", 1)(moveInterview), {
      interviewId: second.interviewId,
      startsAt: at(11),
      minutes: 60,
      place: "",
    });
    expect((await seatsIn(second.interviewId)).map((one) => one.by)).toEqual([
      cast.second.memberId,
    ]);
  });

  it("is never exceeded, however many are scheduled at once", async () => {
    await pool(cast.second, cast.third);
    const planned = [];
    for (let n = 0; n < 10; n += 1) planned.push(await arranging.planned());
    const outcomes = await Promise.all(
      planned.map((one, n) => settled(() => schedule("flow", 2, { ...one, startsAt: at(2 * n) }))),
    );
    expect(outcomes.filter((one) => one === "done")).toHaveLength(6);
    expect(outcomes.filter((one) => one === "INTERVIEWER_POOL_FULL")).toHaveLength(4);
    const seats = (await Promise.all(planned.map((one) => seatsIn(one.interviewId)))).flat();
    const counts = Map.groupBy(seats, (one) => one.by);
    expect([...counts.values()].map((some) => some.length)).toEqual([2, 2, 2]);
  }, 60_000);
});

describe("law 7: whom an interview is passed to", () => {
  it("is never somebody whom law 7 keeps away, nor who judges in that stage already", async () => {
    await pool(cast.second, cast.third);
    const first = await arranging.planned();
    const second = await arranging.planned();
    await schedule("flow", 1, { ...first, startsAt: at(9) });
    await makeRelation(harness, org, second.candidateId, cast.second, "relation");
    await schedule("flow", 1, { ...second, startsAt: at(11) });
    expect((await seatsIn(second.interviewId)).map((one) => one.by)).toEqual([cast.third.memberId]);
  });
});
