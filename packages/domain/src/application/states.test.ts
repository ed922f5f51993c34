import { beforeAll, describe, expect, it } from "vitest";
import {
  applicationsOf,
  closeOpenings,
  readApplication,
  setApplication,
} from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";
import type { ApplicationCommand, ApplicationState } from "./rules.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
let other: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  other = await makeJob(harness, { org, cast });
  await closeOpenings({ harness, org, made });
});

const ENDS: Partial<
  Record<ApplicationState, Partial<Record<ApplicationCommand, ApplicationState>>>
> = {
  active: {
    move: "active",
    hold: "on_hold",
    message: "active",
    reject: "rejected",
    withdraw: "withdrawn",
    transfer: "transferred",
  },
  on_hold: {
    message: "on_hold",
    resume: "active",
    reject: "rejected",
    withdraw: "withdrawn",
    transfer: "transferred",
  },
};
const STATES = ["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"] as const;
const COMMANDS = ["move", "hold", "message", "resume", "reject", "withdraw", "transfer"] as const;
const pairs = STATES.flatMap((state) => COMMANDS.map((command) => ({ state, command })));

describe("the states of an application", () => {
  it.each(pairs)("$command from $state", async ({ state, command }) => {
    const { applicationId } = await makeApplication(harness, org, made);
    const ended = state === "active" || state === "on_hold" ? null : new Date();
    await setApplication({ harness, org }, applicationId, { state, endedAt: ended });
    const on = applicationsOf({ harness, org });
    const run = {
      move: () => on.move(cast.manager, applicationId, made.stages.loop),
      hold: () => on.hold(cast.recruiter, applicationId),
      message: () => on.message(cast.recruiter, applicationId),
      resume: () => on.resume(cast.recruiter, applicationId),
      reject: () => on.reject(cast.recruiter, applicationId),
      withdraw: () => on.withdraw(cast.recruiter, applicationId),
      transfer: () => on.transfer(cast.recruiter, applicationId, other.jobId),
    }[command];
    const to = ENDS[state]?.[command];
    if (to === undefined) {
      expect(await refusal(run())).toBe("APPLICATION_STATE");
      expect((await readApplication({ harness, org }, applicationId)).row.state).toBe(state);
      return;
    }
    await run();
    const { row } = await readApplication({ harness, org }, applicationId);
    expect(row.state).toBe(to);
    expect(row.endedAt === null).toBe(to === "active" || to === "on_hold");
  });

  it("lets one of many win that end it at once, and keeps one outcome", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const on = applicationsOf({ harness, org });
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 8 }, () => on.reject(cast.recruiter, applicationId)),
      ...Array.from({ length: 8 }, () => on.withdraw(cast.recruiter, applicationId)),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const { timeline, state } = await on.show(cast.recruiter, applicationId);
    const ends = timeline.filter((line) =>
      ["application.rejected", "application.withdrawn"].includes(line.kind),
    );
    expect(ends.map((line) => line.kind)).toEqual([`application.${state}`]);
  });
});
