import { newId } from "@rubric/db";
import { application, deadline, interview, offer, scorecard } from "@rubric/db/schema";
import { APPLICATION_STATES } from "@rubric/domain/application/schemas";
import type { StaffMember } from "@rubric/domain/context";
import { INTERVIEW_STATES } from "@rubric/domain/interview/schemas";
import { OFFER_STATES } from "@rubric/domain/offer/schemas";
import { LIMITS } from "@rubric/domain/limits";
import { SCORECARD_STATES } from "@rubric/domain/scorecard/schemas";
import type { Tx } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import type { RenderedMail } from "../../../../packages/domain/src/mail/letter.ts";
import { renderMail } from "../../../../packages/domain/src/mail/render.ts";
import {
  type TemplateName,
  TEMPLATES,
} from "../../../../packages/domain/src/mail/templates/index.ts";
import type { SealedWorld } from "./world.ts";

/** An e-mail's subject, and how to bring it into each of its states. */
type Subject = { id: string; states: ((tx: Tx) => Promise<unknown>)[] };

type Subjects = Map<string, Subject>;

class Undone extends Error {}

/**
 * Every e-mail there is, as it would be written to a member about the candidate, in each state of
 * what it is about. Nothing of it stays.
 */
export async function lettersTo(
  world: SealedWorld,
  member: StaffMember,
  at: Date,
  of?: Subjects,
): Promise<{ template: string; letter: RenderedMail }[]> {
  const { api, people } = world.story;
  const { org } = people;
  const subjects = of ?? (await subjectsOf(world));
  const names = Object.keys(TEMPLATES).filter((name): name is TemplateName => name in TEMPLATES);
  const letters: { template: string; letter: RenderedMail }[] = [];
  const writing = api.within(org.id, async (tx) => {
    const ctx = { tx, org, clock: at, limits: LIMITS, publicUrl: "https://rubric.test" };
    for (const [feature, { id, states }] of subjects) {
      for (const enter of states) {
        await enter(tx);
        for (const template of names.filter((name) => featureOf(name) === feature)) {
          const row = {
            orgId: org.id,
            id: newId(),
            template,
            recipient: "member" as const,
            recipientId: member.memberId,
            subjectId: id,
            state: "queued" as const,
            sendAfter: at,
            sentAt: null,
            createdAt: at,
          };
          const letter = await renderMail(ctx, row).catch(unlessForCandidates);
          if (letter !== null) letters.push({ template, letter });
        }
      }
    }
    throw new Undone();
  });
  await writing.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return letters;
}

/** Those with a link to one's own page are no member's. */
function unlessForCandidates(error: unknown): null {
  if (error instanceof Error && error.message.startsWith("Only a candidate has a page"))
    return null;
  throw error;
}

/** What the templates of a feature are about; of one that is not known here, an application. */
function featureOf(template: TemplateName): string {
  const [feature = ""] = template.split(".");
  return ["deadline", "interview", "scorecard", "offer", "review"].includes(feature)
    ? feature
    : "application";
}

/** What the e-mails of each feature are about in a world. */
export async function subjectsOf(world: SealedWorld): Promise<Subjects> {
  const { api, people } = world.story;
  const [current, earlier] = world.applicationIds;
  const orgId = people.org.id;
  const { talk, card, offered, due } = await api.within(orgId, async (tx) => ({
    talk: await tx
      .select({ id: interview.id, stageId: interview.stageId })
      .from(interview)
      .where(and(eq(interview.orgId, orgId), eq(interview.applicationId, current))),
    card: await tx
      .select({ id: scorecard.id })
      .from(scorecard)
      .where(and(eq(scorecard.orgId, orgId), eq(scorecard.applicationId, current))),
    due: await tx
      .select({ id: deadline.id })
      .from(deadline)
      .where(
        and(
          eq(deadline.orgId, orgId),
          eq(deadline.applicationId, current),
          eq(deadline.kind, "works_council"),
        ),
      ),
    offered: await tx
      .select({ id: offer.id })
      .from(offer)
      .where(
        and(eq(offer.orgId, orgId), eq(offer.applicationId, earlier), eq(offer.state, "withdrawn")),
      ),
  }));
  const first = (rows: readonly { id: string }[]) => rows[0]?.id ?? "";
  const [interviewId, scorecardId, offerId] = [first(talk), first(card), first(offered)];
  return new Map<string, Subject>([
    ["review", { id: world.growth.reviewIds[0] ?? "", states: [async () => {}] }],
    [
      "application",
      {
        id: current,
        states: APPLICATION_STATES.map(
          (state) => (tx: Tx) =>
            tx
              .update(application)
              .set({ state })
              .where(and(eq(application.orgId, orgId), eq(application.id, current))),
        ),
      },
    ],
    [
      "deadline",
      {
        id: first(due),
        states: [
          (tx: Tx) =>
            tx
              .update(deadline)
              .set({ state: "open", doneAt: null })
              .where(and(eq(deadline.orgId, orgId), eq(deadline.id, first(due)))),
        ],
      },
    ],
    [
      "interview",
      {
        id: interviewId,
        states: INTERVIEW_STATES.map(
          (state) => (tx: Tx) =>
            tx
              .update(interview)
              .set({ state })
              .where(and(eq(interview.orgId, orgId), eq(interview.id, interviewId))),
        ),
      },
    ],
    [
      "scorecard",
      {
        id: scorecardId,
        states: SCORECARD_STATES.map(
          (state) => (tx: Tx) =>
            tx
              .update(scorecard)
              .set({ state })
              .where(and(eq(scorecard.orgId, orgId), eq(scorecard.id, scorecardId))),
        ),
      },
    ],
    [
      "offer",
      {
        id: offerId,
        states: OFFER_STATES.map(
          (state) => (tx: Tx) =>
            tx
              .update(offer)
              .set({ state })
              .where(and(eq(offer.orgId, orgId), eq(offer.id, offerId))),
        ),
      },
    ],
  ]);
}
