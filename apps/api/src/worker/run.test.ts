import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { auditEntry, candidate, idempotency, interview, mail } from "@rubric/db/schema";
import { readCheckpoints } from "@rubric/domain/audit";
import { erase } from "@rubric/domain/retention";
import { runCommand } from "@rubric/domain/execution";
import { queueMail } from "@rubric/domain/mail";
import { and, eq } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import pino from "pino";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../../../packages/domain/test/factories.ts";
import { useHarness } from "../../../../packages/domain/test/harness.ts";
import type { Org } from "@rubric/domain/context";
import { openQueues } from "../queues.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import { QUEUE_RIGHTS, runWorker, type RunningWorker } from "./run.ts";
import { mailboxTransport, openSmtp, type Transport } from "./transport.ts";

const harness = useHarness();
const PUBLIC_URL = "https://rubric.test";
let folder = "";
let org: Org;
let cast: Cast;
let made: MadeJob;
let queues: Awaited<ReturnType<typeof openQueues>>;
const logged: string[] = [];

const log = pino(
  { level: "warn" },
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString("utf8"));
      done();
    },
  }),
);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rubric-worker-"));
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  queues = await openQueues(harness.database.apiUrl);
});
afterAll(async () => {
  await queues.close();
  await rm(folder, { recursive: true });
});

function start(transport: Transport): Promise<RunningWorker> {
  return runWorker({
    databaseUrl: harness.database.apiUrl,
    retentionUrl: harness.database.retentionUrl,
    prepare: true,
    publicUrl: PUBLIC_URL,
    from: "rubric@rubric.test",
    checkpointFile: join(folder, "checkpoints.jsonl"),
    transport,
    log,
    everySeconds: { tick: 1, checkpoint: 1 },
  });
}

const deps = () => ({ ...harness.deps, enqueue: queues.enqueue });

/** Queues an e-mail as a command does: row and job in one transaction. */
async function queued(to: { candidateId: string; applicationId: string }): Promise<string> {
  return harness.within(org.id, (tx) =>
    queueMail(
      {
        tx,
        org,
        clock: new Date(),
        enqueue: (queue, payload, after) => queues.enqueue(tx, queue, payload, after ?? {}),
      },
      {
        template: "candidate.applied",
        recipient: "candidate",
        recipientId: to.candidateId,
        subjectId: to.applicationId,
      },
    ),
  );
}

async function mailState(id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select({ state: mail.state })
      .from(mail)
      .where(and(eq(mail.orgId, org.id), eq(mail.id, id))),
  );
  return row?.state;
}

const soon = { timeout: 15_000, interval: 100 };

describe("the worker with a mail server", () => {
  const received: { to: string; raw: Buffer }[] = [];
  let answers: (code: number | null) => void = () => {};
  let refusing: number | null = null;
  let worker: RunningWorker;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      if (refusing === null) return done();
      done(Object.assign(new Error("No"), { responseCode: refusing }));
      answers(refusing);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join(",");
        received.push({ to, raw: Buffer.concat(chunks) });
        done();
      });
    },
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    worker = await start(openSmtp(`smtp://127.0.0.1:${port}`));
  });
  afterAll(async () => {
    await worker.stop();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it("sends a queued e-mail as text and HTML and marks it sent", async () => {
    const to = await makeApplication(harness, org, made, { name: "Zoë Ångström" });
    const id = await queued(to);
    await vi.waitFor(async () => expect(await mailState(id)).toBe("sent"), soon);
    const found = received.find((one) => one.to === `${to.candidateId}@people.test`);
    const parsed = await PostalMime.parse(found?.raw ?? "");
    expect(parsed.from).toEqual({ name: "Acme", address: "rubric@rubric.test" });
    expect(parsed.to).toEqual([{ name: "Zoë Ångström", address: `${to.candidateId}@people.test` }]);
    expect(parsed.subject).toBe("Your application: Backend Engineer at Acme");
    expect(parsed.text).toContain("Hello Zoë,");
    expect(parsed.text).toMatch(/https:\/\/rubric\.test\/org-[^/]+\/me\/[a-z0-9]{40,}/);
    expect(parsed.html).toContain("Open your page");
  });

  it("gives up at once on an address that is refused for good, and tries a busy server again", async () => {
    refusing = 550;
    const refused = await queued(await makeApplication(harness, org, made));
    await vi.waitFor(async () => expect(await mailState(refused)).toBe("failed"), soon);
    refusing = 451;
    const asked = new Promise<number | null>((resolve) => (answers = resolve));
    const busy = await queued(await makeApplication(harness, org, made));
    expect(await asked).toBe(451);
    await vi.waitFor(async () => expect(await mailState(busy)).toBe("queued"), soon);
    refusing = null;
  });

  it("sends no e-mail that was taken back before it left", async () => {
    const to = await makeApplication(harness, org, made);
    const taken = await harness.within(org.id, async (tx) => {
      const id = await queueMail(
        {
          tx,
          org,
          clock: new Date(),
          enqueue: (queue, payload, after) => queues.enqueue(tx, queue, payload, after ?? {}),
        },
        {
          template: "candidate.applied",
          recipient: "candidate",
          recipientId: to.candidateId,
          subjectId: to.applicationId,
          sendAfter: new Date(Date.now() + 1500),
        },
      );
      await tx
        .update(mail)
        .set({ state: "taken_back" })
        .where(and(eq(mail.orgId, org.id), eq(mail.id, id)));
      return id;
    });
    const job = () =>
      harness.connection.sql`select state::text from pgboss.job where data->>'id' = ${taken}`;
    await vi.waitFor(async () => expect((await job())[0]?.["state"]).toBe("completed"), soon);
    expect(received.map((one) => one.to)).not.toContain(`${to.candidateId}@people.test`);
  });

  it("sends the e-mails about an account", async () => {
    const { accountId } = cast.engineer;
    await harness.connection.db.transaction(async (tx) => {
      await queues.enqueue(tx, "mail", { orgId: null, id: accountId }, {});
      await queues.enqueue(tx, "passwordChanged", { orgId: null, id: accountId }, {});
    });
    const to = `engineer@${org.slug}.test`;
    await vi.waitFor(() => expect(received.filter((one) => one.to === to)).toHaveLength(2), soon);
  });
});

describe("two workers at once with the mailbox", () => {
  let mailbox: Mailbox;
  const workers: RunningWorker[] = [];

  beforeAll(async () => {
    mailbox = await openMailbox(join(folder, "mailbox"), 0);
    for (let n = 0; n < 2; n += 1) workers.push(await start(mailboxTransport(mailbox)));
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it("hold what is due once, with one audit entry, and anchor the chain outside the database", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const { interviewId } = await makeInterview(
      harness,
      org,
      made,
      applicationId,
      "screen",
      [cast.interviewer],
      { startsAt: new Date(Date.now() - 7_200_000) },
    );
    const stateNow = async () => {
      const [row] = await harness.within(org.id, (tx) =>
        tx.select({ state: interview.state }).from(interview).where(eq(interview.id, interviewId)),
      );
      return row?.state;
    };
    await vi.waitFor(async () => expect(await stateNow()).toBe("held"), soon);
    const entries = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.orgId, org.id), eq(auditEntry.action, "interview.holdDue"))),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ actorKind: "system" });
    const file = join(folder, "checkpoints.jsonl");
    await vi.waitFor(async () => {
      const { checkpoints } = await readCheckpoints(file, org.id);
      expect(checkpoints.at(-1)?.sequence).toBeGreaterThanOrEqual(entries[0]?.sequence ?? 0);
    }, soon);
    const { brokenAtLine } = await readCheckpoints(file, org.id);
    expect(brokenAtLine).toBeNull();
  });

  it("erase a person, and the e-mails that were kept of them", async () => {
    const to = await makeApplication(harness, org, made, { name: "Erika Erased" });
    const id = await queued(to);
    await vi.waitFor(async () => expect(await mailState(id)).toBe("sent"), soon);
    expect(await readFile(join(folder, "mailbox", `${id}.eml`), "utf8")).toContain("Erika");
    const input = { candidateId: to.candidateId, reason: "They asked." };
    await runCommand(
      deps(),
      {
        org,
        origin: { ip: "", requestId: "test", userAgent: "" },
        key: null,
        actor: async () => cast.admin,
      },
      {
        permission: "retention.erase",
        subjectId: to.candidateId,
        input,
        key: "none",
        audit: "one",
        parse: (answer) => answer,
      },
      (ctx) => erase(ctx, input),
    );
    const nameNow = async () => {
      const [row] = await harness.within(org.id, (tx) =>
        tx.select().from(candidate).where(eq(candidate.id, to.candidateId)),
      );
      return row?.name;
    };
    await vi.waitFor(async () => expect(await nameNow()).toBe("Erased person"), soon);
    expect((await mailbox.list()).filter((one) => one.text.includes("Erika"))).toEqual([]);
    expect(await mailbox.source(id)).toBeNull();
  });

  it("forget stored answers after a day", async () => {
    const old = { orgId: org.id, actorId: "x", procedure: "job.create", payloadHash: "x" };
    await harness.within(org.id, async (tx) => {
      const yesterday = new Date(Date.now() - 25 * 3_600_000);
      await tx.insert(idempotency).values([
        { ...old, key: "old", createdAt: yesterday },
        { ...old, key: "new", createdAt: new Date() },
      ]);
    });
    const kept = () =>
      harness.within(org.id, (tx) =>
        tx.select({ key: idempotency.key }).from(idempotency).where(eq(idempotency.actorId, "x")),
      );
    await vi.waitFor(async () => expect(await kept()).toEqual([{ key: "new" }]), soon);
  });

  it("may keep the queues in order as a role without rights on the schema", async () => {
    const errors: unknown[] = [];
    const boss = new PgBoss({ ...QUEUE_RIGHTS, connectionString: harness.database.apiUrl, max: 2 });
    boss.on("error", (error) => errors.push(error));
    await boss.start();
    await boss.supervise();
    await boss.stop({ graceful: false });
    expect(errors).toEqual([]);
  });

  it("log no failure of the queues or of what was due", () => {
    const failures = logged.filter((line) => /"msg":"(the queues|what was due)/.test(line));
    expect(failures).toEqual([]);
  });
});
