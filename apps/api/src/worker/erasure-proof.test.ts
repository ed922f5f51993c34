import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { asSuperuser } from "@rubric/db/provision";
import { erasure, webhookEndpoint } from "@rubric/db/schema";
import { testCluster } from "@rubric/db/test-database";
import type { Org } from "@rubric/domain/context";
import { newId } from "@rubric/db";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { verifyStored } from "../../../../packages/domain/src/audit/verify-audit.ts";
import { joinPool } from "../../../../packages/domain/src/candidate/join-pool.ts";
import { addNote } from "../../../../packages/domain/src/application/add-note.ts";
import { showOwn } from "../../../../packages/domain/src/candidate/show-own.ts";
import { erase } from "../../../../packages/domain/src/retention/erase.ts";
import { setHold } from "../../../../packages/domain/src/retention/set-hold.ts";
import { liftHold } from "../../../../packages/domain/src/retention/lift-hold.ts";
import { runCommand } from "../../../../packages/domain/src/execution/index.ts";
import {
  type Cast,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../../../packages/domain/test/factories.ts";
import { command, query, useHarness } from "../../../../packages/domain/test/harness.ts";
import { plantedStrings, plantPerson } from "../../../../packages/domain/test/planted-person.ts";
import { SOON, useWorker } from "../../test/worker.ts";
import { type Mailbox, mailboxTransport, openMailbox } from "./mailbox.ts";
import type { RunningWorker } from "./run.ts";

// Two workers, and the whole database read three times: seconds on a machine that does nothing else.
vi.setConfig({ testTimeout: 120_000 });

const harness = useHarness();
const workplace = useWorker(harness, "trace");
let org: Org;
let cast: Cast;
let made: MadeJob;
let mailbox: Mailbox;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  // A receiver that is not there: what is sent to it lies in the tables.
  await harness.within(org.id, (tx) =>
    tx.insert(webhookEndpoint).values({
      orgId: org.id,
      id: newId(),
      url: "https://192.0.2.1/",
      description: "",
      events: ["application.held", "application.note_added", "candidate.erased"],
      state: "active",
      secret: "whsec_",
      delivered: 0,
      failed: 0,
      createdBy: cast.admin.memberId,
      createdAt: new Date(),
    }),
  );
  mailbox = await openMailbox(join(workplace.folder, "mailbox"), 0);
  for (let n = 0; n < 2; n += 1) workers.push(await workplace.start(mailboxTransport(mailbox)));
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
});

const Tables = z.array(z.object({ place: z.string() }));
const Rows = z.array(z.object({ row: z.string() }));

/** Every row of every table, the queues' among them, every kept file and every line of the log. */
async function everywhere(): Promise<Map<string, string>> {
  const url = new URL(testCluster() ?? "");
  url.pathname = new URL(harness.database.apiUrl).pathname;
  const found = new Map<string, string>();
  await asSuperuser(url.href, async (sql) => {
    const tables = Tables.parse([
      ...(await sql`
        select format('%I.%I', n.nspname, c.relname) as place
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm')
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`),
    ]);
    for (const { place } of tables) {
      const rows = Rows.parse([...(await sql.unsafe(`select t::text as row from ${place} t`))]);
      found.set(place, rows.map(({ row }) => row).join("\n"));
    }
  });
  expect([...found.keys()].filter((place) => place.startsWith("pgboss.")).length).toBeGreaterThan(
    3,
  );
  for (const name of await readdir(workplace.folder, { recursive: true })) {
    const text = await readFile(join(workplace.folder, name), "utf8").catch(() => "");
    found.set(`file ${name}`, text);
  }
  found.set("log", workplace.logged.join("\n"));
  return found;
}

/** Where a text stands, as characters, in a quoted-printable e-mail, or as the bytes of a file. */
function placesOf(text: string, everything: ReadonlyMap<string, string>): string[] {
  const ways = [text.toLowerCase(), Buffer.from(text).toString("hex")];
  return [...everything].flatMap(([place, content]) => {
    const plain = content.toLowerCase().replaceAll(/=\r?\n/g, "");
    return ways.some((way) => plain.includes(way)) ? [place] : [];
  });
}

const enqueueing = () => ({ ...harness.deps, enqueue: workplace.queues.enqueue });

/** A command as the API gives it, its jobs in the real queues. */
async function give<I extends object>(
  permission: "retention.erase" | "retention.setHold" | "retention.liftHold",
  input: I,
  verb: Parameters<typeof command<I, { id: string }>>[4],
): Promise<{ id: string }> {
  const subject = new Map<string, unknown>(Object.entries(input)).get("candidateId");
  return runCommand(
    enqueueing(),
    {
      org,
      origin: { ip: "", requestId: "test", userAgent: "" },
      key: null,
      actor: async () => cast.admin,
    },
    {
      permission,
      subjectId: typeof subject === "string" ? subject : null,
      input,
      key: "none",
      audit: "one",
      parse: (answer) => z.object({ id: z.string() }).parse(answer),
    },
    (ctx) => verb(ctx, input),
  );
}

async function stateOf(erasureId: string): Promise<string | undefined> {
  const [row] = await harness.within(org.id, (tx) =>
    tx.select({ state: erasure.state }).from(erasure).where(eq(erasure.id, erasureId)),
  );
  return row?.state;
}

describe("law 10: after an erasure, a search of every table, file, queue and log finds nobody", () => {
  it("20 planted personal strings, two real workers", async () => {
    const planted = plantedStrings();
    expect(Object.keys(planted).length).toBeGreaterThanOrEqual(20);
    const { candidateId, applicationId } = await plantPerson({ harness, org, cast, made }, planted);
    const self = { kind: "candidate" as const, candidateId };
    const own = await query(harness, org, self, "candidate.showOwn", showOwn, {});
    await command(harness, org, self, "candidate.joinPool", joinPool, {
      textVersion: own.pool.textVersion,
    });
    await command(harness, org, cast.recruiter, "application.addNote", addNote, {
      applicationId,
      kind: "logistics",
      text: planted.note,
    });
    const mailId = await workplace.queued(org, { candidateId, applicationId });
    await vi.waitFor(async () => expect(await workplace.mailState(org, mailId)).toBe("sent"), SOON);
    const before = await everywhere();
    for (const [what, text] of Object.entries(planted)) {
      expect(placesOf(text, before), what).not.toEqual([]);
    }
    expect(placesOf(planted.name, before).some((place) => place.endsWith(".eml"))).toBe(true);

    const { id } = await give("retention.erase", { candidateId, reason: planted.reason }, erase);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("done"), SOON);
    const after = await everywhere();
    for (const [what, text] of Object.entries(planted)) {
      expect(placesOf(text, after), what).toEqual([]);
    }
    const verified = await harness.within(org.id, (tx) =>
      verifyStored(tx, org.id, { checkpoints: [], brokenAtLine: null }),
    );
    expect(verified.findings).toEqual([]);
    expect(verified.erasedDetails).toBeGreaterThan(2);
  });

  it("under a legal hold all stays, and goes once it is lifted", async () => {
    const planted = plantedStrings();
    const { candidateId } = await plantPerson({ harness, org, cast, made }, planted);
    const hold = await give(
      "retention.setHold",
      { on: "candidate" as const, subjectId: candidateId, reason: `A claim by ${planted.name}.` },
      setHold,
    );
    const { id } = await give("retention.erase", { candidateId, reason: planted.reason }, erase);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("waiting"), SOON);
    const held = await everywhere();
    for (const what of ["name", "email", "evidence", "cv"] as const) {
      expect(placesOf(planted[what], held), what).not.toEqual([]);
    }
    await give("retention.liftHold", { holdId: hold.id, reason: "It was settled." }, liftHold);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("done"), SOON);
    const after = await everywhere();
    for (const [what, text] of Object.entries(planted)) {
      expect(placesOf(text, after), what).toEqual([]);
    }
  });
});
