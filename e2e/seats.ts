import type { Case } from "@rubric/api/demo/journey";
import { withinOrg } from "@rubric/api/demo/organization";
import { interview, planInterview, scorecard } from "@rubric/db/schema";
import type { StaffMember } from "@rubric/domain/context";
import { and, eq } from "drizzle-orm";

type Seat = { interviewId: string; scorecardId: string };

/**
 * The part of a member in an interview of the application, by the interview's name in the plan.
 * @throws if the member has none there.
 */
export async function seatOf(one: Case, who: StaffMember, name: string): Promise<Seat> {
  const { db, org } = one.world;
  const [seat] = await withinOrg(db, org.id, (tx) =>
    tx
      .select({ interviewId: interview.id, scorecardId: scorecard.id })
      .from(scorecard)
      .innerJoin(interview, eq(interview.id, scorecard.interviewId))
      .innerJoin(planInterview, eq(planInterview.id, interview.planInterviewId))
      .where(
        and(
          eq(scorecard.applicationId, one.applicationId),
          eq(scorecard.authorId, who.memberId),
          eq(planInterview.name, name),
        ),
      ),
  );
  if (seat === undefined) throw new Error(`${who.name} has no seat in "${name}".`);
  return seat;
}
