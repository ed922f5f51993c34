import { newId } from "@rubric/db";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { erase } from "../retention/erase.ts";
import { strikeScorecard } from "../scorecard/strike.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { appendAudit } from "./append.ts";
import { listAudit } from "./list.ts";
import { verifyAudit } from "./verify-audit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

type Filters = Parameters<typeof listAudit>[1];
const list = (actor: Member, input: Filters = {}, of = org) =>
  query(harness, of, actor, "audit.list", listAudit, input);

const submit = (scorecardId: string, actor: Member) =>
  command(harness, org, actor, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made, "yes", "SECRET JUDGEMENT"),
  });

async function write(of: Org, actor: Member, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await harness.within(of.id, async (tx) => {
      // So that no two entries share a millisecond.
      await tx.execute(sql`select pg_sleep(0.002)`);
      await appendAudit(
        tx,
        of.id,
        actor,
        "organization.setRoles",
        { ip: "192.0.2.1", requestId: `r${n}`, userAgent: "" },
        {
          subject: { kind: "member", id: cast.engineer.memberId },
          before: { roles: [] },
          after: { roles: ["engineer"], n },
        },
      );
    });
  }
}

async function detailOf(reader: Member, scorecardId: string) {
  const { entries } = await list(reader, { subjectId: scorecardId });
  expect(entries).toHaveLength(1);
  return entries[0]?.detail;
}

describe("audit.list", () => {
  it("pages through the whole trail, newest first, each entry once", async () => {
    const { org: own, cast: people } = await makeOrg(harness);
    await write(own, people.admin, 120);
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(people.auditor, { cursor }, own);
      seen.push(...page.entries.map((entry) => entry.sequence));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => 120 - n));
  });

  it("shows who did what to what, from where, with before and after", async () => {
    await write(org, cast.admin, 1);
    const { entries, members } = await list(cast.auditor, { action: "organization.setRoles" });
    expect(entries[0]).toMatchObject({
      actor: { kind: "member", name: "admin" },
      subject: { kind: "member", name: "engineer" },
      ip: "192.0.2.1",
      detail: { state: "open", before: { roles: [] }, after: { roles: ["engineer"] } },
    });
    expect(members.map((one) => one.name)).toContain("recruiter");
  });

  it("filters by actor, action, subject and time", async () => {
    const { org: own, cast: people } = await makeOrg(harness);
    await write(own, people.admin, 2);
    await write(own, people.recruiter, 3);
    const between = (await auditTrail(harness, own.id))[2]?.at ?? new Date(0);
    const count = async (input: Filters) => (await list(people.admin, input, own)).entries.length;
    expect(await count({ actorId: people.recruiter.memberId })).toBe(3);
    expect(await count({ action: "organization.setRoles" })).toBe(5);
    expect(await count({ action: "job.open" })).toBe(0);
    expect(await count({ subjectId: cast.engineer.memberId })).toBe(5);
    expect(await count({ from: between.toISOString() })).toBe(3);
    expect(await count({ to: between.toISOString() })).toBe(2);
  });

  it("is for admins and auditors, and shows no other organization's entries", async () => {
    for (const actor of [cast.recruiter, cast.manager, cast.interviewer, cast.engineer]) {
      expect(await refusal(list(actor))).toBe("FORBIDDEN");
    }
    await write(org, cast.admin, 1);
    const other = await makeOrg(harness);
    expect((await list(other.cast.auditor, {}, other.org)).entries).toEqual([]);
  });
});

describe("law 1: the audit detail of a sealed scorecard is sealed with it", () => {
  it("hides it until the stage's quorum is in, then shows it", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
      cast.second,
    ]);
    const [first = "", second = ""] = scorecardIds;
    await submit(first, cast.interviewer);
    for (const reader of [cast.admin, cast.auditor]) {
      const page = JSON.stringify(await list(reader, { subjectId: first }));
      expect(page).not.toContain("SECRET JUDGEMENT");
      expect(await detailOf(reader, first)).toMatchObject({ state: "sealed" });
    }
    await submit(second, cast.second);
    for (const reader of [cast.admin, cast.auditor]) {
      expect(await detailOf(reader, first)).toMatchObject({
        state: "open",
        after: { state: "submitted" },
      });
    }
  });

  it("hides it from an admin who owes a scorecard on the same candidate, of another application", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
    ]);
    await submit(scorecardIds[0] ?? "", cast.interviewer);
    expect(await detailOf(cast.admin, scorecardIds[0] ?? "")).toMatchObject({ state: "open" });
    const second = await makeJob(harness, { org, cast });
    const again = await makeApplication(harness, org, second, { stage: "screen", candidateId });
    await makeInterview(harness, org, second, again.applicationId, "screen", [cast.admin]);
    expect(await detailOf(cast.admin, scorecardIds[0] ?? "")).toMatchObject({
      state: "sealed",
      sentence: "Sealed: you still owe a scorecard on this candidate.",
    });
    expect(await detailOf(cast.auditor, scorecardIds[0] ?? "")).toMatchObject({ state: "open" });
  });

  it("hides what is sealed though the entry does not say whose data it is", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer]);
    const id = newId();
    await harness.within(org.id, (tx) =>
      appendAudit(
        tx,
        org.id,
        cast.manager,
        "debrief.saveNotes",
        { ip: "", requestId: "r", userAgent: "" },
        {
          subject: { kind: "debrief", id },
          after: { notes: "x" },
          sealed: { applicationId, stageId: made.stages.screen },
        },
      ),
    );
    expect(await detailOf(cast.auditor, id)).toMatchObject({ state: "sealed" });
  });
});

describe("law 7: the trail and one's own application", () => {
  it("shows an admin who applied to a job no detail of it while that is active", async () => {
    const own = await makeJob(harness, { org, cast });
    const mine = await makeApplication(harness, org, own);
    const rival = await makeApplication(harness, org, own);
    await makeRelation(harness, org, mine.candidateId, cast.admin, "self");
    const write = (candidateId: string, id: string) =>
      harness.within(org.id, (tx) =>
        appendAudit(
          tx,
          org.id,
          cast.recruiter,
          "application.addNote",
          { ip: "", requestId: "r", userAgent: "" },
          { subject: { kind: "note", id }, after: { text: "x" }, candidateId },
        ),
      );
    const [aboutMe, aboutRival, elsewhere] = [newId(), newId(), newId()];
    const stranger = await makeApplication(harness, org, made);
    await write(mine.candidateId, aboutMe);
    await write(rival.candidateId, aboutRival);
    await write(stranger.candidateId, elsewhere);
    expect(await detailOf(cast.admin, aboutMe)).toMatchObject({ state: "sealed" });
    expect(await detailOf(cast.admin, aboutRival)).toMatchObject({ state: "sealed" });
    expect(await detailOf(cast.admin, elsewhere)).toMatchObject({ state: "open" });
    expect(await detailOf(cast.auditor, aboutRival)).toMatchObject({ state: "open" });
  });

  it("hides no more than their own where nobody proved that it is theirs", async () => {
    const job = await makeJob(harness, { org, cast });
    const mine = await makeApplication(harness, org, job, { proven: false });
    const rival = await makeApplication(harness, org, job);
    await makeRelation(harness, org, mine.candidateId, cast.admin, "self");
    const [aboutMe, aboutRival] = [newId(), newId()];
    for (const [candidateId, id] of [
      [mine.candidateId, aboutMe],
      [rival.candidateId, aboutRival],
    ] as const) {
      await harness.within(org.id, (tx) =>
        appendAudit(
          tx,
          org.id,
          cast.recruiter,
          "application.addNote",
          { ip: "", requestId: "r", userAgent: "" },
          { subject: { kind: "note", id }, after: { text: "x" }, candidateId },
        ),
      );
    }
    expect(await detailOf(cast.admin, aboutMe)).toMatchObject({ state: "sealed" });
    expect(await detailOf(cast.admin, aboutRival)).toMatchObject({ state: "open" });
  });
});

describe("audit.verify", () => {
  it("says that the trail is whole, and what is not yet anchored", async () => {
    const { org: own, cast: people } = await makeOrg(harness);
    await write(own, people.admin, 3);
    const view = await query(harness, own, people.auditor, "audit.verify", verifyAudit, {});
    expect(view).toMatchObject({
      whole: true,
      entries: 3,
      verifiedTo: 3,
      anchor: null,
      notYetAnchored: 3,
      findings: [],
    });
    expect((await auditTrail(harness, own.id)).length).toBe(3);
  });

  it("is for admins and auditors", async () => {
    const verify = query(harness, org, cast.recruiter, "audit.verify", verifyAudit, {});
    expect(await refusal(verify)).toBe("FORBIDDEN");
  });
});

describe("what an admin may do from an entry", () => {
  it("names the scorecard to strike and the candidate to erase, for admins alone", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "loop",
    });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.interviewer,
    ]);
    const [scorecardId = ""] = scorecardIds;
    await submit(scorecardId, cast.interviewer);
    const acts = async (actor: Member) =>
      (await list(actor, { subjectId: scorecardId, action: "scorecard.submit" })).entries[0]?.acts;
    const whom = { id: candidateId, name: "Casey Candidate", jobs: [expect.any(String)] };
    expect(await acts(cast.admin)).toEqual({ strike: scorecardId, erase: whom });
    expect(await acts(cast.auditor)).toEqual({ strike: null, erase: null });

    await command(harness, org, cast.admin, "scorecard.strike", strikeScorecard, {
      scorecardId,
      why: "wrong_candidate",
      reason: "Written about somebody else.",
    });
    expect(await acts(cast.admin)).toEqual({ strike: null, erase: whom });
    await command(harness, org, cast.admin, "retention.erase", erase, {
      candidateId,
      reason: "Asked for by letter.",
    });
    expect(await acts(cast.admin)).toEqual({ strike: null, erase: null });
  });

  it("law 7: names nobody who applied where the admin applies themselves", async () => {
    const { org: own, cast: people } = await makeOrg(harness);
    const job = await makeJob(harness, { org: own, cast: people });
    const other = await makeApplication(harness, own, job, { stage: "review" });
    await harness.within(own.id, (tx) =>
      appendAudit(
        tx,
        own.id,
        people.recruiter,
        "application.hold",
        { ip: "", requestId: "r", userAgent: "" },
        {
          subject: { kind: "application", id: other.applicationId },
          candidateId: other.candidateId,
        },
      ),
    );
    const acts = async () => (await list(people.admin, {}, own)).entries[0]?.acts;
    expect(await acts()).toMatchObject({ strike: null, erase: { id: other.candidateId } });
    const mine = await makeApplication(harness, own, job, { stage: "review" });
    await makeRelation(harness, own, mine.candidateId, people.admin, "self");
    expect(await acts()).toEqual({ strike: null, erase: null });
  });
});
