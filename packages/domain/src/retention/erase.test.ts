import { randomUUID } from "node:crypto";
import { type Connection, connect, newId } from "@rubric/db";
import { asSuperuser } from "@rubric/db/provision";
import {
  adjustment,
  application,
  applicationEvent,
  auditDetail,
  breakGlass,
  candidate,
  debrief,
  decision,
  erasure,
  file,
  idempotency,
  interview,
  mail,
  note,
  offer,
  relation,
  scorecard,
  secondRating,
} from "@rubric/db/schema";
import { testCluster } from "@rubric/db/test-database";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { verifyStored } from "../audit/verify-audit.ts";
import type { Org } from "../context.ts";
import { runCommand } from "../execution/index.ts";
import { mintLink } from "../identity/links.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { erase } from "./erase.ts";
import { eraseCandidate } from "./erase-candidate.ts";

const harness = useHarness();
let retention: Connection;
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  retention = connect(harness.database.retentionUrl, { max: 2 });
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});
afterAll(() => retention.close());

const Tables = z.array(z.object({ place: z.string() }));
const Rows = z.array(z.object({ row: z.string() }));

/** Every row of the whole database as text, by table: generated columns and files' bytes too. */
async function everything(): Promise<Map<string, string>> {
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(harness.database.apiUrl).pathname;
  return asSuperuser(url.href, async (sql) => {
    const tables = Tables.parse([
      ...(await sql`
        select format('%I.%I', n.nspname, c.relname) as place
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm')
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`),
    ]);
    expect(tables.length).toBeGreaterThan(60);
    const found = new Map<string, string>();
    for (const { place } of tables) {
      const rows = Rows.parse([...(await sql.unsafe(`select t::text as row from ${place} t`))]);
      found.set(place, rows.map(({ row }) => row.toLowerCase()).join("\n"));
    }
    return found;
  });
}

/** The tables that hold a text, as characters or as the bytes of a file. */
function placesOf(text: string, everywhere: ReadonlyMap<string, string>): string[] {
  const bytes = Buffer.from(text).toString("hex");
  return [...everywhere].flatMap(([place, rows]) =>
    rows.includes(text.toLowerCase()) || rows.includes(bytes) ? [place] : [],
  );
}

function plantedStrings() {
  const word = (what: string) => `${what}-${randomUUID()}`;
  return {
    name: word("Name"),
    email: `${word("mail")}@people.test`,
    phone: word("phone"),
    answer: word("answer"),
    cv: word("cv"),
    note: word("note"),
    evidence: word("evidence"),
    debrief: word("debrief"),
    health: word("health"),
    offer: word("offer"),
    decision: word("decision"),
    reason: word("reason"),
  };
}

/** A person of whom something stands in every table that can hold it. */
async function plant(planted: ReturnType<typeof plantedStrings>) {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
    name: planted.name,
  });
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "loopA",
    [cast.interviewer, cast.second],
  );
  const [first = "", second = ""] = scorecardIds;
  await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
    scorecardId: first,
    content: fullContent(made, "yes", planted.evidence),
  });
  const at = new Date();
  const orgId = org.id;
  await harness.within(orgId, async (tx) => {
    const own = { orgId, applicationId };
    await tx
      .update(candidate)
      .set({
        email: planted.email,
        phone: planted.phone,
        headline: planted.answer,
        links: [`https://people.test/${planted.name}`],
        resume: { name: planted.name },
      })
      .where(and(eq(candidate.orgId, orgId), eq(candidate.id, candidateId)));
    const fileId = newId();
    await tx.insert(file).values({
      orgId,
      id: fileId,
      candidateId,
      name: `${planted.name}.pdf`,
      mediaType: "application/pdf",
      size: 100,
      sha256: "0".repeat(64),
      bytes: Buffer.from(planted.cv),
      createdAt: at,
    });
    await tx
      .update(application)
      .set({
        cvFileId: fileId,
        answers: [{ key: "why", text: "Why?", answer: planted.answer }],
      })
      .where(and(eq(application.orgId, orgId), eq(application.id, applicationId)));
    await tx.insert(applicationEvent).values({
      ...own,
      id: newId(),
      at,
      kind: "candidate.applied",
      sealed: false,
      facts: { name: planted.name },
    });
    await tx.insert(note).values({
      ...own,
      id: newId(),
      stageId: made.stages.loop,
      authorId: cast.recruiter.memberId,
      kind: "assessment",
      text: planted.note,
      createdAt: at,
    });
    await tx.insert(adjustment).values({
      ...own,
      id: newId(),
      asked: planted.health,
      effect: planted.health,
      createdAt: at,
    });
    await tx.insert(breakGlass).values({
      ...own,
      id: newId(),
      stageId: made.stages.loop,
      memberId: cast.admin.memberId,
      reason: planted.reason,
      at,
    });
    await tx
      .update(interview)
      .set({ place: planted.reason, focus: planted.note, stateReason: planted.reason })
      .where(and(eq(interview.orgId, orgId), eq(interview.id, interviewId)));
    await tx
      .update(scorecard)
      .set({ draft: fullContent(made, "no", planted.evidence), state: "draft" })
      .where(and(eq(scorecard.orgId, orgId), eq(scorecard.id, second)));
    const debriefId = newId();
    await tx.insert(debrief).values({
      ...own,
      id: debriefId,
      stageId: made.stages.loop,
      session: 1,
      state: "closed",
      notes: planted.debrief,
      reason: planted.debrief,
      openedBy: cast.manager.memberId,
      openedAt: at,
    });
    await tx.insert(secondRating).values({
      orgId,
      debriefId,
      scorecardId: first,
      criterionId: made.criterionIds[0] ?? "",
      rating: "no",
      reason: planted.debrief,
      at,
    });
    await tx.insert(decision).values({
      ...own,
      id: newId(),
      stageId: made.stages.loop,
      kind: "offer",
      state: "recorded",
      reason: planted.decision,
      requirement: planted.decision,
      ratingsBefore: [],
      ratingsAfter: [],
      decidedBy: cast.manager.memberId,
      decidedAt: at,
    });
    await tx.insert(offer).values({
      ...own,
      id: newId(),
      jobId: made.jobId,
      number: 1,
      state: "draft",
      levelKey: "senior",
      amountMinor: 6_500_000,
      currency: "EUR",
      startDate: "2030-01-01",
      expiresAt: at,
      conditions: planted.offer,
      rangeReason: planted.offer,
      answer: planted.offer,
      authorId: cast.recruiter.memberId,
      approverId: cast.approver.memberId,
      createdAt: at,
    });
    await tx.insert(relation).values({
      orgId,
      candidateId,
      memberId: cast.third.memberId,
      kind: "relation",
      note: planted.reason,
      createdAt: at,
    });
    await tx.insert(idempotency).values({
      orgId,
      actorId: cast.recruiter.memberId,
      procedure: "candidate.add",
      key: randomUUID(),
      payloadHash: "x",
      answer: { applicationId, name: planted.name },
      createdAt: at,
    });
    await mintLink(tx, { kind: "candidate", orgId, subjectId: candidateId, at, hours: 1 });
    await queueMail(
      { tx, org, clock: at, enqueue: async () => {} },
      {
        template: "candidate.applied",
        recipient: "candidate",
        recipientId: candidateId,
        subjectId: applicationId,
      },
    );
  });
  return { candidateId, applicationId };
}

const ask = (candidateId: string, actor = cast.admin, why = "They asked by letter.") =>
  command(harness, org, actor, "retention.erase", erase, { candidateId, reason: why });

/** What the worker's job does: the command, as the role that may empty audit details. */
const runJob = (erasureId: string) =>
  runCommand(
    { ...harness.deps, db: retention.db },
    {
      org,
      origin: { ip: "", requestId: "job", userAgent: "" },
      key: null,
      actor: async () => ({ kind: "system", job: "erasure" }),
    },
    {
      permission: "retention.eraseCandidate",
      subjectId: null,
      input: { erasureId },
      key: "none",
      audit: "one",
      parse: (answer) => z.object({ mailIds: z.array(z.string()) }).parse(answer),
    },
    (ctx) => eraseCandidate(ctx, { erasureId }),
  );

describe("law 10: erasure removes the person everywhere", () => {
  it("leaves none of the planted strings in any column, and a chain that still verifies", async () => {
    const planted = plantedStrings();
    const { candidateId, applicationId } = await plant(planted);
    const asked = await ask(candidateId, cast.admin, planted.reason);
    const before = await everything();
    for (const [what, text] of Object.entries(planted)) {
      expect(placesOf(text, before), what).not.toEqual([]);
    }
    const { mailIds } = await runJob(asked.id);
    expect(mailIds.length).toBeGreaterThan(0);
    const after = await everything();
    for (const [what, text] of Object.entries(planted)) {
      expect(placesOf(text, after), what).toEqual([]);
    }
    const left = await harness.within(org.id, async (tx) => ({
      candidates: await tx.select().from(candidate).where(eq(candidate.id, candidateId)),
      applications: await tx.select().from(application).where(eq(application.id, applicationId)),
      links: [
        ...(await tx.execute(sql`select 1 from identity.link where subject_id = ${candidateId}`)),
      ],
      mails: await tx.select().from(mail).where(eq(mail.recipientId, candidateId)),
      emptied: await tx
        .select()
        .from(auditDetail)
        .where(and(eq(auditDetail.orgId, org.id), isNotNull(auditDetail.erasedAt))),
      erasures: await tx.select().from(erasure).where(eq(erasure.id, asked.id)),
      verified: await verifyStored(tx, org.id, { checkpoints: [], brokenAtLine: null }),
    }));
    expect(left.candidates[0]).toMatchObject({ name: "Erased person", resume: null });
    expect(left.applications[0]).toMatchObject({ state: "withdrawn", answers: [], cvFileId: null });
    expect(left.links).toEqual([]);
    expect(left.mails).toEqual([]);
    expect(left.erasures[0]?.state).toBe("done");
    expect(left.emptied.length).toBeGreaterThanOrEqual(2);
    expect(left.verified).toMatchObject({ findings: [], erasedDetails: left.emptied.length });
  });

  it("leaves one audit entry, which names the erasure and not the person", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const asked = await ask(candidateId);
    await runJob(asked.id);
    const trail = await auditTrail(harness, org.id);
    const entry = trail.find(
      (one) => one.action === "retention.eraseCandidate" && one.subjectId === asked.id,
    );
    expect(entry).toMatchObject({ actorKind: "system", subjectKind: "erasure" });
    expect(JSON.stringify(entry)).not.toContain(candidateId);
  });

  it("refuses a second request while one runs and after it is done", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const asked = await ask(candidateId);
    expect(await refusal(ask(candidateId))).toBe("ERASURE_RUNNING");
    await runJob(asked.id);
    expect(await refusal(ask(candidateId))).toBe("CANDIDATE_ERASED");
    expect(await refusal(runJob(asked.id))).toBe("CANDIDATE_ERASED");
  });

  it("erases once when two workers have the same job", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const asked = await ask(candidateId);
    const outcomes = await Promise.allSettled([runJob(asked.id), runJob(asked.id)]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is for an admin, and hides another organization's person", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    for (const actor of [cast.recruiter, cast.manager, cast.auditor, cast.interviewer]) {
      expect(await refusal(ask(candidateId, actor))).toBe("FORBIDDEN");
    }
    const other = await makeOrg(harness);
    const asked = command(harness, other.org, other.cast.admin, "retention.erase", erase, {
      candidateId,
      reason: "Not ours.",
    });
    expect(await refusal(asked)).toBe("NOT_FOUND");
  });
});
