import { application, baselineNotice, member } from "@rubric/db/schema";
import type { StaffMember } from "@rubric/domain/context";
import { and, eq } from "drizzle-orm";
import {
  fullContent,
  makeApplication,
  makeInterview,
} from "../../../../packages/domain/test/factories.ts";
import type { Growth } from "./growth.ts";
import type { Story } from "./story.ts";

const DAY = 86_400_000;

/** Of two who were hired, one shares the baseline with a remark and the other objects to it. */
export async function tellBaselines(
  story: Story,
  { words, grown: [sharing, objecting] }: Growth,
): Promise<void> {
  const { tell } = story;
  for (const one of [sharing, objecting]) {
    await wasHired(story, one);
    await tell(one, "baseline.open", { memberId: one.memberId });
  }
  await tell(sharing, "baseline.share", {
    memberId: sharing.memberId,
    remark: words.both.plant("baseline.share", "remark"),
  });
  await tell(objecting, "baseline.object", {
    memberId: objecting.memberId,
    reason: words.self.plant("baseline.object", "reason"),
  });
}

/** Makes a member one who applied, was told of baselines, rated in an interview and hired. */
async function wasHired({ api, people, tell, now }: Story, { memberId, name }: StaffMember) {
  const { org, writers, jobs } = people;
  const [made] = jobs;
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY);
  const options = { stage: "loop", name, at: daysAgo(9) } as const;
  const { applicationId, candidateId } = await makeApplication(api, org, made, options);
  const { scorecardIds } = await makeInterview(
    api,
    org,
    made,
    applicationId,
    "loopA",
    [writers.first],
    { startsAt: daysAgo(1), state: "held" },
  );
  const content = fullContent(made);
  await tell(writers.first, "scorecard.submit", { scorecardId: scorecardIds[0], content });
  const told = { how: "post" as const, text: "Ratings may become a baseline.", at: daysAgo(9) };
  await api.within(org.id, async (tx) => {
    await tx.insert(baselineNotice).values({ orgId: org.id, applicationId, ...told });
    await tx
      .update(application)
      .set({ state: "hired", stateReason: "offer_accepted", endedAt: now() })
      .where(and(eq(application.orgId, org.id), eq(application.id, applicationId)));
    await tx
      .update(member)
      .set({ candidateId })
      .where(and(eq(member.orgId, org.id), eq(member.id, memberId)));
  });
}
