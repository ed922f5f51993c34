import { interview, scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { judged } from "./chapters.ts";
import { sealedWords } from "./sealed-words.ts";
import type { SealedWorld } from "./world.ts";

/** Everyone submits what they owe, so that nobody is blind on the candidate any more. */
export async function everyoneSubmits({ story, applicationIds }: SealedWorld): Promise<void> {
  const { api, people, tell } = story;
  const { org, owing, excused, writers, jobs } = people;
  const [applicationId] = applicationIds;
  const rows = await api.within(org.id, async (tx) => ({
    cards: await tx
      .select({ id: scorecard.id, by: scorecard.authorId })
      .from(scorecard)
      .where(
        and(
          eq(scorecard.orgId, org.id),
          eq(scorecard.applicationId, applicationId),
          inArray(scorecard.state, ["assigned", "draft", "excused"]),
        ),
      ),
    planned: await tx
      .select({ id: interview.id })
      .from(interview)
      .where(
        and(
          eq(interview.orgId, org.id),
          eq(interview.applicationId, applicationId),
          eq(interview.state, "planned"),
        ),
      ),
  }));
  const reason = "It is not needed after all.";
  for (const { id } of rows.planned) {
    await tell(writers.manager, "interview.cancel", { interviewId: id, reason });
  }
  const own = judged({ ...story, words: sealedWords("open") }, jobs[0], "scorecard.submit");
  for (const { id: scorecardId, by } of rows.cards) {
    const author = [...Object.values(owing), writers.drafter].find((one) => one.memberId === by);
    if (author === undefined) throw new Error("Somebody unknown owes a scorecard.");
    const content =
      author === writers.drafter ? judged(story, jobs[0], "scorecard.saveDraft") : own;
    if (author === excused) {
      await tell(author, "scorecard.resume", { scorecardId });
    }
    await tell(author, "scorecard.submit", { scorecardId, content });
  }
}
