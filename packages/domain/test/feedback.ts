import { mail } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll } from "vitest";
import type { z } from "zod";
import { showOwn } from "../src/candidate/show-own.ts";
import type { Actor, CommandCtx, Member, ReadCtx } from "../src/context.ts";
import { feedbackAllowedRule } from "../src/feedback/allowed.ts";
import {
  askFeedback,
  saveFeedbackDraft,
  sendFeedback,
  showFeedback,
} from "../src/feedback/index.ts";
import type { AskFeedbackInput, ShowFeedbackInput } from "../src/feedback/schemas.ts";
import type { World } from "./deciding.ts";
import { makeJob, makeOrg } from "./factories.ts";
import { command, query, useHarness } from "./harness.ts";
import { makeRejected, sendRejection } from "./heard.ts";
import { withPolicies } from "./in-force.ts";
import { makePost } from "./posts.ts";

export const TEXT =
  "Say aloud which index you expect, then read the plan of the query and compare.";
export const GIVEN = { rule: feedbackAllowedRule, parameters: { given: true, askDays: 30 } };

export type Asked = { applicationId: string; candidateId: string };

export const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });

/** A job of an organization where rejected candidates ask for feedback, and what is done with it. */
export function feedbackWorld() {
  const harness = useHarness();
  let world: World;

  beforeAll(async () => {
    const made = await makeOrg(harness);
    world = { harness, ...made, made: await makeJob(harness, made) };
    await makePost(harness, world, world.made);
  });

  async function rejected({ told = true } = {}) {
    const applicationId = await makeRejected(world);
    const [row] = await harness.within(world.org.id, (tx) =>
      tx.select({ id: mail.recipientId }).from(mail).where(eq(mail.subjectId, applicationId)),
    );
    if (told) await sendRejection(world, applicationId);
    return { applicationId, candidateId: row?.id ?? "" };
  }

  const ask = ({ applicationId, candidateId }: Asked, policies = [GIVEN]) =>
    command(
      harness,
      world.org,
      as(candidateId),
      "feedback.ask",
      (ctx: CommandCtx, input: z.infer<typeof AskFeedbackInput>) =>
        askFeedback(withPolicies(ctx, policies), input),
      { applicationId },
    );
  const own = async ({ applicationId, candidateId }: Asked, policies = [GIVEN]) => {
    const view = await query(
      harness,
      world.org,
      as(candidateId),
      "candidate.showOwn",
      (ctx: ReadCtx, _input: object) => showOwn(withPolicies(ctx, policies)),
      {},
    );
    return view.applications.find((one) => one.id === applicationId);
  };
  const show = (by: Actor, applicationId: string) =>
    query(
      harness,
      world.org,
      by,
      "feedback.show",
      (ctx: ReadCtx, input: z.infer<typeof ShowFeedbackInput>) => showFeedback(ctx, input),
      { applicationId },
    );
  const words = (text = TEXT, at = 0) => ({
    words: [{ competencyId: world.made.competencyIds[at] ?? "", text }],
  });
  const save = (by: Member, applicationId: string, revision: number, text = TEXT) =>
    command(harness, world.org, by, "feedback.saveDraft", saveFeedbackDraft, {
      applicationId,
      revision,
      content: words(text),
    });
  const send = (by: Member, applicationId: string, content = words()) =>
    command(harness, world.org, by, "feedback.send", sendFeedback, { applicationId, content });

  async function asked(): Promise<Asked> {
    const of = await rejected();
    await ask(of);
    return of;
  }

  return { harness, world: () => world, rejected, ask, own, show, words, save, send, asked };
}
