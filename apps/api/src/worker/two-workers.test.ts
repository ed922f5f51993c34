import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { auditEntry, candidate, idempotency, interview } from "@rubric/db/schema";
import { readCheckpoints } from "@rubric/domain/audit";
import { erase } from "@rubric/domain/retention";
import { runCommand } from "@rubric/domain/execution";
import { and, eq } from "drizzle-orm";
import { PgBoss } from "pg-boss";
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
import { SOON, useWorker } from "../../test/worker.ts";
import { type Mailbox, mailboxTransport, openMailbox } from "./mailbox.ts";
import { QUEUE_RIGHTS, type RunningWorker } from "./run.ts";

const harness = useHarness();
const workplace = useWorker(harness);
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

describe("two workers at once with the mailbox", () => {
  let mailbox: Mailbox;
  const workers: RunningWorker[] = [];

  beforeAll(async () => {
    mailbox = await openMailbox(join(workplace.folder, "mailbox"), 0);
    for (let n = 0; n < 2; n += 1) workers.push(await workplace.start(mailboxTransport(mailbox)));
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
    await vi.waitFor(async () => expect(await stateNow()).toBe("held"), SOON);
    const entries = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.orgId, org.id), eq(auditEntry.action, "interview.holdDue"))),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ actorKind: "system" });
    const file = join(workplace.folder, "checkpoints.jsonl");
    await vi.waitFor(async () => {
      const { checkpoints } = await readCheckpoints(file, org.id);
      expect(checkpoints.at(-1)?.sequence).toBeGreaterThanOrEqual(entries[0]?.sequence ?? 0);
    }, SOON);
    const { brokenAtLine } = await readCheckpoints(file, org.id);
    expect(brokenAtLine).toBeNull();
  });

  it("erase a person, and the e-mails that were kept of them", async () => {
    const to = await makeApplication(harness, org, made, { name: "Erika Erased" });
    const id = await workplace.queued(org, to);
    await vi.waitFor(async () => expect(await workplace.mailState(org, id)).toBe("sent"), SOON);
    expect(await readFile(join(workplace.folder, "mailbox", `${id}.eml`), "utf8")).toContain(
      "Erika",
    );
    const input = { candidateId: to.candidateId, reason: "They asked." };
    await runCommand(
      { ...harness.deps, enqueue: workplace.queues.enqueue },
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
    await vi.waitFor(async () => expect(await nameNow()).toBe("Erased person"), SOON);
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
    await vi.waitFor(async () => expect(await kept()).toEqual([{ key: "new" }]), SOON);
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
    const failures = workplace.logged.filter((line) =>
      /"msg":"(the queues|what was due)/.test(line),
    );
    expect(failures).toEqual([]);
  });
});
