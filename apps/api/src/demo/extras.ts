import { adjustment } from "@rubric/db/schema";
import { addNote, answerAdjustment } from "@rubric/domain/application";
import { askAdjustment, referCandidate } from "@rubric/domain/candidate";
import type { Member } from "@rubric/domain/context";
import { eq } from "drizzle-orm";
import { asCandidate } from "./acting.ts";
import type { Case, OpenJob, World } from "./journey.ts";
import { withinOrg } from "./organization.ts";
import type { Applicant } from "./people.ts";
import type { Story } from "./stories.ts";

const HOUR = 3_600_000;

/** A story with a line of logistics, and what the hiring manager thought on reading. */
export function noted(story: Story): Story {
  return async (one, panel) => {
    await write(
      one,
      one.job.recruiter,
      "logistics",
      "Mornings are best; in a cabin without a network on Fridays.",
    );
    await write(
      one,
      one.job.manager,
      "assessment",
      "The settlement story is the part to ask about: it names what went wrong before what went well.",
    );
    await story(one, panel);
  };
}

/** A story in which the candidate asks for something to be arranged; perhaps it is answered. */
export function adjusted(story: Story, answered: boolean): Story {
  return async (one, panel) => {
    const { acting, db, org } = one.world;
    const { applicationId } = one;
    await acting.act(
      asCandidate(one.candidateId),
      soon(one),
      "candidate.askAdjustment",
      askAdjustment,
      {
        applicationId,
        asked:
          "I have a hearing impairment. Captions in the call and the questions in writing would help me.",
      },
    );
    const [asked] = await withinOrg(db, org.id, (tx) =>
      tx.select().from(adjustment).where(eq(adjustment.applicationId, applicationId)),
    );
    if (answered && asked !== undefined) {
      await acting.act(
        one.job.recruiter,
        soon(one),
        "application.answerAdjustment",
        answerAdjustment,
        {
          applicationId,
          adjustmentId: asked.id,
          effect: "Turn captions on, and paste each question into the chat. Plan 15 minutes more.",
        },
      );
    }
    await story(one, panel);
  };
}

/** A member refers somebody they know. */
export async function refer(
  { acting }: World,
  job: OpenJob,
  by: Member,
  person: Applicant,
  at: Date,
): Promise<void> {
  await acting.act(by, at, "candidate.refer", referCandidate, {
    jobId: job.jobId,
    name: person.name,
    email: person.email,
    phone: "",
    links: [],
    uploadId: null,
    headline: person.headline,
    note: "We ran the clearing house's nightly batch together for three years. Calm when it failed.",
  });
}

async function write(one: Case, who: Member, kind: "logistics" | "assessment", text: string) {
  const { acting } = one.world;
  const { applicationId } = one;
  await acting.act(who, soon(one), "application.addNote", addNote, { applicationId, kind, text });
}

/** Some hours into the story, at the latest a quarter of an hour ago. */
function soon(one: Case): Date {
  const latest = one.world.now.getTime() - HOUR / 4;
  one.clock = new Date(
    Math.min(one.clock.getTime() + 3 * HOUR, Math.max(latest, one.clock.getTime())),
  );
  return one.clock;
}
