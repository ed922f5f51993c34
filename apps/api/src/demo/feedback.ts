import { application, candidate, competency, criterion } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import { askFeedback, sendFeedback } from "@rubric/domain/feedback";
import { and, asc, eq } from "drizzle-orm";
import { asCandidate } from "./acting.ts";
import { after, type World } from "./journey.ts";
import { withinOrg } from "./organization.ts";

/** Who was told of their rejection and asked; the first has their answer, the second waits. */
const [ANSWERED, WAITING] = ["Oskar Lindqvist", "Dmytro Kovalenko"];

const WORDS = [
  "You built a sound service and could say why it is shaped as it is. What would have shown more: begin from the rule that must never be broken, and let the tables follow from it.",
  "When two requests meet, say aloud which of them wins and what the database does for you there. A small exercise: write the test that fails first, then choose the lock or the constraint.",
];

/** Feedback that was asked for after a rejection: one that was given, and one that is owed. */
export async function demoFeedback(world: World, manager: Member, at: Date): Promise<void> {
  const { act } = world.acting;
  const told = await applicationOf(world, ANSWERED);
  await act(asCandidate(told.candidateId), at, "feedback.ask", askFeedback, {
    applicationId: told.applicationId,
  });
  await act(manager, after(at, 2), "feedback.send", sendFeedback, {
    applicationId: told.applicationId,
    content: {
      words: (await competenciesOf(world, told.planId))
        .slice(0, WORDS.length)
        .map((competencyId, index) => ({ competencyId, text: WORDS[index] ?? "" })),
    },
  });
  const owed = await applicationOf(world, WAITING);
  await act(asCandidate(owed.candidateId), after(at, 4), "feedback.ask", askFeedback, {
    applicationId: owed.applicationId,
  });
}

async function applicationOf({ db, org }: World, name: string) {
  const [row] = await withinOrg(db, org.id, (tx) =>
    tx
      .select({
        applicationId: application.id,
        candidateId: application.candidateId,
        planId: application.planId,
      })
      .from(application)
      .innerJoin(
        candidate,
        and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
      )
      .where(and(eq(application.orgId, org.id), eq(candidate.name, name))),
  );
  if (row === undefined) throw new Error(`${name} has no application.`);
  return row;
}

async function competenciesOf({ db, org }: World, planId: string): Promise<string[]> {
  const rows = await withinOrg(db, org.id, (tx) =>
    tx
      .select({ id: competency.id })
      .from(criterion)
      .innerJoin(
        competency,
        and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
      )
      .where(and(eq(criterion.orgId, org.id), eq(criterion.planId, planId)))
      .orderBy(asc(criterion.position)),
  );
  return rows.map(({ id }) => id);
}
