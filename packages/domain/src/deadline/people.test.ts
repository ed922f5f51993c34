import { deadline, hiringTeam, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { deadlinesOf } from "../../test/deadlines.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
  makeRelation,
} from "../../test/factories.ts";
import { auditTrail, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { setTeam } from "../job/set-team.ts";
import { takeMail } from "../mail/deliver.ts";
import { disableMember } from "../organization/disable-member.ts";
import { completeDeadline } from "./complete.ts";
import { reassignDeadline } from "./reassign.ts";
import { recordDeadline } from "./record.ts";
import { remindDue } from "./remind-due.ts";
import { setAway } from "./set-away.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const DAY = 86_400_000;
const TODAY = new Date().toISOString().slice(0, 10);

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  harness.jobs.length = 0;
  await due().setPlaces(["US-WA", "DE-BE"]);
});

const due = () => deadlinesOf({ harness, org, made });

type Recorded = Parameters<typeof recordDeadline>[1];
const record = (over: Partial<Recorded> = {}, by: Member = cast.recruiter) =>
  due().call(by, "deadline.record", recordDeadline, {
    jobId: made.jobId,
    applicationId: null,
    kind: "cure_notice",
    title: "",
    since: TODAY,
    due: null,
    ...over,
  });
const own = (over: Partial<Recorded> = {}) =>
  record({ kind: "own", title: "Thank the panel", due: TODAY, ...over });
const about = async () => {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
    name: "Quinn Planted",
  });
  return { applicationId, candidateId };
};
const away = (who: Member, standIn: Member | null, days = 5) =>
  due().call(who, "deadline.setAway", setAway, {
    away: {
      from: new Date(Date.now() - DAY).toISOString(),
      until: new Date(Date.now() + days * DAY).toISOString(),
      standInId: standIn?.memberId ?? null,
    },
  });
const remind = () =>
  due().call(
    { kind: "system", job: "worker" },
    "deadline.remindDue",
    async (ctx) => {
      const count = await remindDue(ctx);
      ctx.audit({ subject: { kind: "organization", id: org.id } });
      return count;
    },
    {},
  );
/** Takes the e-mails about a deadline that were queued; to whom each went, and what it says. */
async function letters(): Promise<{ to: string; text: string }[]> {
  const found: { to: string; text: string }[] = [];
  for (const { id, queue } of harness.jobs.splice(0)) {
    if (queue !== "mail") continue;
    const deps = { ...harness.deps, publicUrl: "https://rubric.test" };
    const taken = await takeMail(deps, { orgId: org.id, id });
    if (taken !== null) found.push({ to: taken.mail.to.name, text: taken.mail.text });
  }
  return found;
}

describe("law 11: deadline.record, deadline.complete", () => {
  it("writes down what began outside, counts as the law does, and is met with a note", async () => {
    const notice = await record({ title: "Notice 17 of L&I" });
    expect(notice).toMatchObject({ ownerId: cast.recruiter.memberId, state: "open" });
    const { lines } = await due().list(cast.recruiter);
    expect(lines[0]).toMatchObject({ kind: "cure_notice", mine: true, may: { complete: true } });
    expect(lines[0]?.setBy[0]).toMatchObject({ by: "law", region: "US-WA" });
    const input = { deadlineId: notice.id, note: "Range added, authority told." };
    await due().call(cast.recruiter, "deadline.complete", completeDeadline, input);
    expect((await due().list(cast.recruiter)).lines).toEqual([]);
    const past = await due().list(cast.recruiter, { when: "past" });
    expect(past.lines[0]).toMatchObject({ state: "done", doneBy: "recruiter", note: input.note });
    expect((await auditTrail(harness, org.id)).map((one) => one.action)).toEqual([
      "deadline.record",
      "deadline.complete",
    ]);
    expect(
      await refusal(due().call(cast.recruiter, "deadline.complete", completeDeadline, input)),
    ).toBe("DEADLINE_STATE");
  });

  it("refuses what says too little, and what is there already", async () => {
    expect(await refusal(own({ title: "" }))).toBe("DEADLINE_NEEDS");
    expect(await refusal(own({ due: null }))).toBe("DEADLINE_NEEDS");
    expect(await refusal(own({ due: "2020-01-01" }))).toBe("DEADLINE_NEEDS");
    expect(await refusal(record({ kind: "works_council" }))).toBe("DEADLINE_NEEDS");
    expect(await refusal(record({ due: TODAY }))).toBe("DEADLINE_NEEDS");
    expect(await refusal(record({ since: "2999-01-01" }))).toBe("DEADLINE_NEEDS");
    expect(await refusal(record({ kind: "pay_information" }))).toBe("DEADLINE_NEEDS");
    await record();
    expect(await refusal(record())).toBe("DEADLINE_THERE");
  });

  it("refuses days of other ages, that no list could show", async () => {
    for (const over of [{ since: "1000-01-01" }, { since: "2005-12-31" }, { due: "2999-12-31" }]) {
      expect(await refusal(own(over))).toBe("DEADLINE_NEEDS");
    }
    await own({ since: "2020-02-29" });
    expect((await due().list(cast.recruiter)).lines).toHaveLength(1);
  });

  it("makes one of eight at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => record().then(() => "made", refusalOf)),
    );
    expect(all.toSorted()).toEqual([...Array<string>(7).fill("DEADLINE_THERE"), "made"]);
    expect(await due().all()).toHaveLength(1);
  });

  it("is met once by eight at once, and by nobody who may not see it", async () => {
    const { id } = await own();
    const input = { deadlineId: id, note: "Done." };
    const complete = (by: Member) => due().call(by, "deadline.complete", completeDeadline, input);
    expect(await refusal(complete(cast.otherRecruiter))).toBe("NOT_FOUND");
    expect(await refusal(complete(cast.interviewer))).toBe("NOT_FOUND");
    const all = await Promise.all(
      Array.from({ length: 8 }, () => complete(cast.manager).then(() => "met", refusalOf)),
    );
    expect(all.toSorted()).toEqual([...Array<string>(7).fill("DEADLINE_STATE"), "met"]);
  });
});

/** The code of a refusal that was caught. */
async function refusalOf(error: unknown): Promise<string> {
  return refusal(Promise.reject(error));
}

describe("law 11: somebody to whom it goes when its owner is away", () => {
  it("goes to whom they named and comes back by itself", async () => {
    await own();
    await away(cast.recruiter, cast.otherRecruiter);
    const [line] = (await due().list(cast.otherRecruiter, { scope: "mine" })).lines;
    expect(line).toMatchObject({
      mine: true,
      acting: { name: "otherRecruiter" },
      owner: { name: "recruiter" },
    });
    harness.setClock(new Date(Date.now() + 6 * DAY));
    expect((await due().list(cast.otherRecruiter, { scope: "mine" })).lines).toEqual([]);
    expect((await due().list(cast.recruiter, { scope: "mine" })).lines).toHaveLength(1);
    harness.setClock(null);
  });

  it("goes to the deadline's own stand-in where nobody, or somebody who may not, was named", async () => {
    const { applicationId, candidateId } = await about();
    await record({ kind: "works_council", applicationId });
    await makeRelation(harness, org, candidateId, cast.otherRecruiter, "relation");
    await away(cast.recruiter, cast.otherRecruiter);
    const [line] = (await due().list(cast.manager, { scope: "mine" })).lines;
    expect(line).toMatchObject({ mine: true, acting: { name: "manager" } });
    await away(cast.recruiter, null);
    expect((await due().list(cast.manager, { scope: "mine" })).lines).toHaveLength(1);
    await due().call(cast.recruiter, "deadline.setAway", setAway, { away: null });
    expect((await due().list(cast.manager, { scope: "mine" })).lines).toEqual([]);
  });

  it("refuses an absence that makes no sense", async () => {
    const times = (from: number, until: number, standInId: string | null = null) => ({
      away: {
        from: new Date(Date.now() + from * DAY).toISOString(),
        until: new Date(Date.now() + until * DAY).toISOString(),
        standInId,
      },
    });
    const set = (input: Parameters<typeof setAway>[1]) =>
      refusal(due().call(cast.recruiter, "deadline.setAway", setAway, input));
    expect(await set(times(2, 1))).toBe("ABSENCE_UNFIT");
    expect(await set(times(-5, -1))).toBe("ABSENCE_UNFIT");
    expect(await set(times(1, 2, cast.recruiter.memberId))).toBe("ABSENCE_UNFIT");
    await harness.within(org.id, (tx) =>
      tx.update(member).set({ state: "disabled" }).where(eq(member.id, cast.third.memberId)),
    );
    expect(await set(times(1, 2, cast.third.memberId))).toBe("ABSENCE_UNFIT");
  });

  it("goes over at once when they are disabled, or leave the job's team", async () => {
    await own();
    await due().call(cast.admin, "organization.disableMember", disableMember, {
      memberId: cast.recruiter.memberId,
    });
    const [row] = await due().all();
    expect(row).toMatchObject({ ownerId: cast.manager.memberId });
    await due().call(cast.admin, "job.setTeam", setTeam, {
      jobId: made.jobId,
      team: [
        { memberId: cast.otherRecruiter.memberId, duty: "recruiter" },
        { memberId: cast.substitute.memberId, duty: "hiring_manager" },
      ],
    });
    const [after] = await due().all();
    expect(after).toMatchObject({
      ownerId: cast.otherRecruiter.memberId,
      standInId: cast.substitute.memberId,
    });
  });
});

describe("law 11: deadline.reassign", () => {
  const give = (deadlineId: string, to: Member, by: Member = cast.recruiter) =>
    due().call(by, "deadline.reassign", reassignDeadline, {
      deadlineId,
      memberId: to.memberId,
      reason: "They know the authority.",
    });

  it("gives it to somebody who may have it, with a reason, and tells them", async () => {
    const { id } = await own();
    await give(id, cast.manager);
    const [row] = await due().all();
    expect(row).toMatchObject({
      ownerId: cast.manager.memberId,
      standInId: cast.recruiter.memberId,
      reassignReason: "They know the authority.",
    });
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: "manager" });
    expect(letter?.text).toContain("They know the authority.");
    expect((await auditTrail(harness, org.id)).at(-1)?.action).toBe("deadline.reassign");
  });

  it("refuses who may not have it, who may not give it, and another organization's", async () => {
    const { id } = await own();
    expect(await refusal(give(id, cast.engineer))).toBe("DEADLINE_UNFIT");
    expect(await refusal(give(id, cast.recruiter))).toBe("DEADLINE_THEIRS");
    expect(await refusal(give(id, cast.manager, cast.engineer))).toBe("NOT_FOUND");
    expect(await refusal(give(id, cast.manager, cast.coordinator))).toBe("FORBIDDEN");
    const other = await makeOrg(harness);
    const elsewhere = deadlinesOf({ harness, org: other.org, made });
    expect(
      await refusal(
        elsewhere.call(other.cast.admin, "deadline.reassign", reassignDeadline, {
          deadlineId: id,
          memberId: other.cast.admin.memberId,
          reason: "It is mine.",
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});

describe("law 11: reminders", () => {
  const soonDue = (id: string, dueAt: Date, remindAt: Date) =>
    harness.within(org.id, (tx) =>
      tx
        .update(deadline)
        .set({ dueAt, remindAt })
        .where(and(eq(deadline.orgId, org.id), eq(deadline.id, id))),
    );
  const past = () => new Date(Date.now() - 1000);

  it("are sent once by two workers at once: to its owner before, to the one behind them when late", async () => {
    const { id } = await own();
    await soonDue(id, new Date(Date.now() + DAY), past());
    const counts = await Promise.all([remind(), remind()]);
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect((await letters()).map((one) => one.to)).toEqual(["recruiter"]);
    await soonDue(id, past(), past());
    await Promise.all([remind(), remind()]);
    expect((await letters()).map((one) => one.to).toSorted()).toEqual(["manager", "recruiter"]);
    expect(await remind()).toBe(0);
  });

  it("laws 1 and 7: reach nobody who is sealed off from the candidate, or kept away", async () => {
    const { applicationId, candidateId } = await about();
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager]);
    await makeRelation(harness, org, candidateId, cast.recruiter, "referral");
    await harness.within(org.id, (tx) =>
      tx.insert(hiringTeam).values({
        orgId: org.id,
        jobId: made.jobId,
        memberId: cast.otherRecruiter.memberId,
        duty: "recruiter",
      }),
    );
    const { id } = await record({ kind: "works_council", applicationId });
    await soonDue(id, past(), past());
    expect(await remind()).toBe(1);
    const sent = await letters();
    expect(sent.map((one) => one.to)).not.toContain("manager");
    expect(sent.map((one) => one.to)).not.toContain("recruiter");
    expect(sent[0]).toMatchObject({ to: "otherRecruiter" });
    expect(sent[0]?.text).toContain("Quinn Planted");
  });

  it("name nobody to an admin who is not in the job's team", async () => {
    const { applicationId } = await about();
    const { id } = await record({ kind: "access_request", applicationId });
    await harness.within(org.id, (tx) =>
      tx
        .update(deadline)
        .set({ ownerId: cast.admin.memberId, standInId: null })
        .where(eq(deadline.id, id)),
    );
    await soonDue(id, new Date(Date.now() + DAY), past());
    await remind();
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: "admin" });
    expect(letter?.text).not.toContain("Quinn");
  });
});
