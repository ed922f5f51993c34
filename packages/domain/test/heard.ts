import { decision as decisionTable, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { reverseDecision } from "../src/debrief/reverse.ts";
import { settleMail } from "../src/mail/deliver.ts";
import { decideAs, decision, holdDebrief, makeRatedLoop, type World } from "./deciding.ts";
import { command } from "./harness.ts";
import { eventsOf } from "./webhooks.ts";

/** What is told to the world outside from now on, of a world in which somebody listens to all of it. */
export async function listenTo(world: World) {
  const seen = (await eventsOf(world.harness, world.org)).length;
  const heard = async () => (await eventsOf(world.harness, world.org)).slice(seen);
  return {
    heard,
    names: async () => (await heard()).map(({ event }) => event),
    last: async () => (await heard()).at(-1),
  };
}

/** The e-mail of a rejection leaves, as the worker sends it; false if there is none to send. */
export async function sendRejection(
  { harness, org }: World,
  applicationId: string,
  state: "sent" | "failed" = "sent",
): Promise<boolean> {
  const [taken] = await harness.within(org.id, (tx) =>
    tx
      .update(mail)
      .set({ state: "sending" })
      .where(
        and(
          eq(mail.orgId, org.id),
          eq(mail.subjectId, applicationId),
          eq(mail.template, "application.rejected"),
          eq(mail.state, "queued"),
        ),
      )
      .returning({ id: mail.id }),
  );
  if (taken === undefined) return false;
  const deps = { ...harness.deps, publicUrl: "https://rubric.test" };
  return settleMail(deps, { orgId: org.id, id: taken.id }, state);
}

/** An application that was rejected on merit; nobody has told its candidate yet. */
export async function makeRejected(world: World): Promise<string> {
  const { applicationId } = await makeRatedLoop(world);
  await holdDebrief(world, applicationId);
  const given = decision(world, applicationId, "loop", { kind: "reject" });
  await decideAs(world, world.cast.manager, given);
  return applicationId;
}

/** Reverses the decision of the loop in favour of the candidate. */
export async function reverseLoop(world: World, applicationId: string): Promise<void> {
  const { harness, org, cast } = world;
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select({ id: decisionTable.id })
      .from(decisionTable)
      .where(and(eq(decisionTable.orgId, org.id), eq(decisionTable.applicationId, applicationId))),
  );
  const { stageId: _, ...grounds } = decision(world, applicationId, "loop", { kind: "offer" });
  await command(harness, org, cast.manager, "debrief.reverse", reverseDecision, {
    ...grounds,
    decisionId: row?.id ?? "",
    reversalReason: "We read it wrongly.",
  });
}
