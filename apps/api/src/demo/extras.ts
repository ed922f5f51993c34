import { adjustment, applicationEvent } from "@rubric/db/schema";
import { addNote, answerAdjustment, messageCandidate } from "@rubric/domain/application";
import { ask, askAdjustment, referCandidate } from "@rubric/domain/candidate";
import type { Member } from "@rubric/domain/context";
import { and, eq } from "drizzle-orm";
import { asCandidate } from "./acting.ts";
import { idsOf } from "./apply.ts";
import type { Case, OpenJob, World } from "./journey.ts";
import { withinOrg } from "./organization.ts";
import type { Applicant } from "./people.ts";
import { saying } from "./sayings.ts";
import type { Story } from "./stories.ts";

const HOUR = 3_600_000;

/** A story with a line of logistics, and what the hiring manager thought on reading. */
export function noted(story: Story): Story {
  return async (one, panel) => {
    const { manager, recruiter } = one.job;
    await write(one, recruiter, "logistics", saying("logistics", one.turn));
    await write(one, manager, "assessment", saying("assessment", one.turn));
    await story(one, panel);
  };
}

const ASKED =
  "I have a hearing impairment. Captions in the call and the questions in writing would help me.";

/** A story in which the candidate asks for something to be arranged; perhaps it is answered. */
export function adjusted(story: Story, answered: boolean, asked = ASKED): Story {
  return async (one, panel) => {
    const { acting, db, org } = one.world;
    const { applicationId } = one;
    const candidate = asCandidate(one.candidateId);
    const request = { applicationId, asked };
    await acting.act(candidate, soon(one), "candidate.askAdjustment", askAdjustment, request);
    const [row] = await withinOrg(db, org.id, (tx) =>
      tx.select().from(adjustment).where(eq(adjustment.applicationId, applicationId)),
    );
    if (answered && row !== undefined) {
      const { recruiter } = one.job;
      const effect =
        "Turn captions on, and paste each question into the chat. Plan 15 minutes more.";
      const answer = { applicationId, adjustmentId: row.id, effect };
      await acting.act(
        recruiter,
        soon(one),
        "application.answerAdjustment",
        answerAdjustment,
        answer,
      );
    }
    await story(one, panel);
  };
}

/** A story in which the candidate asks something in the end; perhaps the recruiter writes back. */
export function questioned(story: Story, text: string, answer: string | null = null): Story {
  return async (one, panel) => {
    await story(one, panel);
    const { acting } = one.world;
    const { applicationId } = one;
    const candidate = asCandidate(one.candidateId);
    const asked = answer === null ? lately(one) : soon(one);
    await acting.act(candidate, asked, "candidate.ask", ask, { applicationId, text });
    if (answer === null) return;
    const at = soon(one);
    const nextWordAt = new Date(at.getTime() + 5 * 24 * HOUR).toISOString();
    const [event] = await withinOrg(one.world.db, one.world.org.id, (tx) =>
      tx
        .select({ id: applicationEvent.id })
        .from(applicationEvent)
        .where(
          and(
            eq(applicationEvent.applicationId, applicationId),
            eq(applicationEvent.kind, "candidate.asked"),
          ),
        ),
    );
    const written = { applicationId, text: answer, nextWordAt, question: event?.id ?? null };
    await acting.act(one.job.recruiter, at, "application.message", messageCandidate, written);
  };
}

/** A member refers somebody they know; returns the application that this began. */
export async function refer(
  world: World,
  job: OpenJob,
  by: Member,
  person: Applicant,
  at: Date,
): Promise<Pick<Case, "applicationId" | "candidateId">> {
  await world.acting.act(by, at, "candidate.refer", referCandidate, {
    jobId: job.jobId,
    name: person.name,
    email: person.email,
    phone: "",
    links: [],
    uploadId: null,
    headline: person.headline,
    note: "We ran the clearing house's nightly batch together for three years. Calm when it failed.",
  });
  return idsOf(world, job.jobId, person.email);
}

async function write(one: Case, who: Member, kind: "logistics" | "assessment", text: string) {
  const { acting } = one.world;
  const { applicationId } = one;
  await acting.act(who, soon(one), "application.addNote", addNote, { applicationId, kind, text });
}

/** Some hours into the story, and not before yesterday: no answer is owed yet, on a Monday either. */
function lately(one: Case): Date {
  const yesterday = one.world.now.getTime() - 20 * HOUR;
  one.clock = new Date(Math.max(soon(one).getTime(), yesterday));
  return one.clock;
}

/** Some hours into the story, at the latest a quarter of an hour ago. */
function soon(one: Case): Date {
  const latest = one.world.now.getTime() - HOUR / 4;
  one.clock = new Date(
    Math.min(one.clock.getTime() + 3 * HOUR, Math.max(latest, one.clock.getTime())),
  );
  return one.clock;
}
