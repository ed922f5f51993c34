import { newId } from "@rubric/db";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import type { World } from "../../test/deciding.ts";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, useHarness } from "../../test/harness.ts";
import { listenTo } from "../../test/heard.ts";
import { deliveriesOf, eventsOf, makeEndpoint } from "../../test/webhooks.ts";
import type { CommandCtx } from "../context.ts";
import { type Deps, runCommand } from "../execution/index.ts";
import { holdJob } from "../job/hold.ts";
import { resumeJob } from "../job/resume.ts";
import { removeWebhook } from "./remove.ts";

const harness = useHarness();
let world: World;
let endpointId: string;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
  ({ endpointId } = await makeEndpoint(harness, world));
});

/** A command on the job that stages its entry, and then does what is given. */
function hold(deps: Deps, then: (ctx: CommandCtx) => Promise<void> = async () => {}) {
  const { org, cast, made } = world;
  return runCommand(
    deps,
    {
      org,
      origin: { ip: "", requestId: "test", userAgent: "" },
      key: newId(),
      actor: async () => cast.recruiter,
    },
    {
      permission: "job.hold",
      subjectId: made.jobId,
      input: {},
      key: "required",
      audit: "one",
      parse: (answer) => answer,
    },
    async (ctx) => {
      ctx.audit({ subject: { kind: "job", id: made.jobId } });
      await then(ctx);
    },
  );
}

describe("an event", () => {
  it("is written with its delivery and its job in the transaction of its command", async () => {
    const { org, made } = world;
    const { heard } = await listenTo(world);
    const jobs = harness.jobs.length;
    await hold(harness.deps);
    const [event, ...more] = await heard();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ event: "job.held", version: 1, jobId: made.jobId });
    const [delivery] = (await deliveriesOf(harness, org, endpointId)).slice(-1);
    expect(delivery).toMatchObject({ eventId: event?.id, state: "waiting", attempts: 0 });
    expect(harness.jobs.slice(jobs)).toMatchObject([{ queue: "webhook", id: delivery?.id }]);
  });

  it("is none after a rollback, whether the verb fails or the queue", async () => {
    const { names } = await listenTo(world);
    const trail = (await auditTrail(harness, world.org.id)).length;
    const failing = hold(harness.deps, () => Promise.reject(new Error("The verb fails.")));
    await expect(failing).rejects.toThrow("The verb fails.");
    const broken = { ...harness.deps, enqueue: () => Promise.reject(new Error("No queue.")) };
    await expect(hold(broken)).rejects.toThrow("No queue.");
    expect(await names()).toEqual([]);
    expect(await auditTrail(harness, world.org.id)).toHaveLength(trail);
  });

  it("goes to every active endpoint that wants it, and is not written while nobody does", async () => {
    const { org, cast } = await makeOrg(harness);
    const there = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
    const one = async () => {
      const { applicationId } = await makeApplication(harness, org, there.made);
      await applicationsOf(there).hold(cast.recruiter, applicationId);
    };
    await one();
    await makeEndpoint(harness, there, ["job.opened"]);
    await one();
    expect(await eventsOf(harness, org)).toEqual([]);
    const both = [
      await makeEndpoint(harness, there, ["application.held", "job.opened"]),
      await makeEndpoint(harness, there, ["application.held"]),
    ];
    await one();
    expect(await eventsOf(harness, org)).toHaveLength(1);
    for (const { endpointId: id } of both) {
      expect(await deliveriesOf(harness, org, id)).toHaveLength(1);
    }
  });

  it("is told once though its command is repeated with the same key", async () => {
    const { org, cast, made } = world;
    const { names } = await listenTo(world);
    const key = newId();
    const input = { jobId: made.jobId, reason: "A pause." };
    for (let n = 0; n < 2; n += 1) {
      await command(harness, org, cast.recruiter, "job.hold", holdJob, input, { key });
    }
    await command(harness, org, cast.recruiter, "job.resume", resumeJob, input);
    expect(await names()).toEqual(["job.held", "job.resumed"]);
  });

  it("fails no command whose endpoint is removed at that moment", async () => {
    const { org, cast } = world;
    for (let round = 0; round < 5; round += 1) {
      const { endpointId: id } = await makeEndpoint(harness, world, ["job.held"]);
      await Promise.all([
        ...Array.from({ length: 5 }, () => hold(harness.deps)),
        command(harness, org, cast.admin, "webhook.remove", removeWebhook, { endpointId: id }),
      ]);
      expect(await deliveriesOf(harness, org, id)).toEqual([]);
    }
  });
});
