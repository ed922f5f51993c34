import { newId } from "@rubric/db";
import { mail } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { setApplication } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { command, useHarness } from "../../test/harness.ts";
import { withPolicies } from "../../test/in-force.ts";
import type { CommandCtx, Org } from "../context.ts";
import { mayVary } from "../policy/rule.ts";
import { rejectApplication } from "./reject.ts";
import { rejectionDelayRule as rule } from "./rejection-delay.ts";

describe("how long the e-mail of a rejection waits", () => {
  it.each([[5], [60], [10_080]])("%i minutes", (minutes) => {
    expect(rule.judge({}, { minutes }, "flow")).toEqual({
      effect: "mail_after",
      facts: { minutes },
    });
  });

  it.each([0, 4, 10_081, 1.5])("is never %d minutes", (minutes) => {
    expect(rule.parameters.safeParse({ minutes }).success).toBe(false);
  });

  it("is decided by no law, so that an experiment may vary it", () => {
    expect(mayVary(rule)).toBe(true);
  });
});

describe("a rejection", () => {
  const harness = useHarness();
  let org: Org;
  let cast: Cast;
  let made: MadeJob;
  beforeAll(async () => {
    ({ org, cast } = await makeOrg(harness));
    made = await makeJob(harness, { org, cast });
  });

  async function waitAfter(rejecting: (ctx: CommandCtx) => CommandCtx): Promise<number> {
    const { applicationId } = await makeApplication(harness, org, made);
    const answers = [{ key: "permit", text: "May you?", answer: "No", eligibility: true }];
    await setApplication({ harness, org }, applicationId, { answers });
    const at = new Date();
    harness.setClock(at);
    await command(
      harness,
      org,
      cast.recruiter,
      "application.reject",
      (ctx: CommandCtx, input) => rejectApplication(rejecting(ctx), input),
      {
        applicationId,
        kind: "not_eligible" as const,
        answerKey: "permit",
        otherApplicationId: null,
      },
    );
    harness.setClock(null);
    const [letter] = await harness.within(org.id, (tx) =>
      tx.select().from(mail).where(eq(mail.subjectId, applicationId)),
    );
    return ((letter?.sendAfter.getTime() ?? 0) - at.getTime()) / 60_000;
  }

  const minutes = (many: number, segment = {}) => ({
    rule,
    parameters: { minutes: many },
    segment,
  });

  it("is told of after an hour without a policy, and after the policy's time", async () => {
    expect(await waitAfter((ctx) => ctx)).toBe(60);
    expect(await waitAfter((ctx) => withPolicies(ctx, [minutes(30, { region: "DE" })]))).toBe(30);
  });

  it("is told of by the variant that its application is in", async () => {
    const experiment = newId();
    const policies = [minutes(30), minutes(600, { experiment: `${experiment}:long` })];
    const inVariant = (variant: string) => (ctx: CommandCtx) =>
      withPolicies(ctx, policies, (of, subjectId) =>
        of === rule.name && subjectId !== undefined ? `${experiment}:${variant}` : null,
      );
    expect(await waitAfter(inVariant("short"))).toBe(30);
    expect(await waitAfter(inVariant("long"))).toBe(600);
  });
});
