import { mail } from "@rubric/db/schema";
import { queueMail } from "@rubric/domain/mail";
import { and, eq } from "drizzle-orm";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../../../packages/domain/test/factories.ts";
import { useHarness } from "../../../../packages/domain/test/harness.ts";
import type { Org } from "@rubric/domain/context";
import { SOON, useWorker } from "../../test/worker.ts";
import { type RunningWorker } from "./run.ts";
import { openSmtp } from "./transport.ts";

const harness = useHarness();
const workplace = useWorker(harness);
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

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
    worker = await workplace.start(openSmtp(`smtp://127.0.0.1:${port}`));
  });
  afterAll(async () => {
    await worker.stop();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it("sends a queued e-mail as text and HTML and marks it sent", async () => {
    const to = await makeApplication(harness, org, made, { name: "Zoë Ångström" });
    const id = await workplace.queued(org, to);
    await vi.waitFor(async () => expect(await workplace.mailState(org, id)).toBe("sent"), SOON);
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
    const refused = await workplace.queued(org, await makeApplication(harness, org, made));
    await vi.waitFor(
      async () => expect(await workplace.mailState(org, refused)).toBe("failed"),
      SOON,
    );
    refusing = 451;
    const asked = new Promise<number | null>((resolve) => (answers = resolve));
    const busy = await workplace.queued(org, await makeApplication(harness, org, made));
    expect(await asked).toBe(451);
    await vi.waitFor(async () => expect(await workplace.mailState(org, busy)).toBe("queued"), SOON);
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
          enqueue: (queue, payload, after) =>
            workplace.queues.enqueue(tx, queue, payload, after ?? {}),
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
    await vi.waitFor(async () => expect((await job())[0]?.["state"]).toBe("completed"), SOON);
    expect(received.map((one) => one.to)).not.toContain(`${to.candidateId}@people.test`);
  });

  it("sends the e-mails about an account", async () => {
    const { accountId } = cast.engineer;
    await harness.connection.db.transaction(async (tx) => {
      await workplace.queues.enqueue(tx, "mail", { orgId: null, id: accountId }, {});
      await workplace.queues.enqueue(tx, "passwordChanged", { orgId: null, id: accountId }, {});
    });
    const to = `engineer@${org.slug}.test`;
    await vi.waitFor(() => expect(received.filter((one) => one.to === to)).toHaveLength(2), SOON);
  });
});
