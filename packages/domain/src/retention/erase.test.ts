import { type Connection, connect } from "@rubric/db";
import { asSuperuser } from "@rubric/db/provision";
import { application, auditDetail, candidate, erasure, mail } from "@rubric/db/schema";
import { testCluster } from "@rubric/db/test-database";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { plantedStrings, plantPerson } from "../../test/planted-person.ts";
import { addNote } from "../application/add-note.ts";
import { verifyStored } from "../audit/verify-audit.ts";
import { askErasure } from "../candidate/ask-erasure.ts";
import { declareRelation } from "../candidate/declare-relation.ts";
import type { Org } from "../context.ts";
import { runCommand } from "../execution/index.ts";
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
    const { candidateId, applicationId } = await plantPerson({ harness, org, cast, made }, planted);
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
    // To a member the person is gone from the request on; they themselves hear that it runs.
    expect(await refusal(ask(candidateId))).toBe("NOT_FOUND");
    const again = command(
      harness,
      org,
      { kind: "candidate", candidateId },
      "candidate.askErasure",
      askErasure,
      {},
    );
    expect(await refusal(again)).toBe("ERASURE_RUNNING");
    await runJob(asked.id);
    expect(await refusal(ask(candidateId))).toBe("CANDIDATE_ERASED");
    expect(await refusal(runJob(asked.id))).toBe("CANDIDATE_ERASED");
  });

  it("ends what began between the request and the job", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    const asked = await ask(candidateId);
    const other = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, other, { candidateId });
    await runJob(asked.id);
    const [left] = await harness.within(org.id, (tx) =>
      tx.select().from(application).where(eq(application.id, applicationId)),
    );
    expect(left).toMatchObject({ state: "withdrawn", nextWordAt: null });
    expect(left?.endedAt).not.toBeNull();
  });

  it("lets nobody write on an erased person any more", async () => {
    const { candidateId, applicationId } = await makeApplication(harness, org, made);
    const asked = await ask(candidateId);
    await runJob(asked.id);
    const note = command(harness, org, cast.recruiter, "application.addNote", addNote, {
      applicationId,
      kind: "logistics",
      text: "Telephoned.",
    });
    expect(await refusal(note)).toBe("NOT_FOUND");
    const declared = command(
      harness,
      org,
      cast.recruiter,
      "candidate.declareRelation",
      declareRelation,
      { applicationId, note: "" },
    );
    expect(await refusal(declared)).toBe("NOT_FOUND");
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
