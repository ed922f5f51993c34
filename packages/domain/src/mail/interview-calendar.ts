import { invitationIcs } from "../interview/ics.ts";
import type { InterviewFacts } from "./facts.ts";
import type { Calendar, LetterCtx } from "./letter.ts";

/**
 * The calendar file that goes with an e-mail about an interview, as it stands now; null while the
 * interview has no time. It holds no address but the recipient's, and leads members to the kit.
 */
export function interviewCalendar(
  found: InterviewFacts,
  ctx: LetterCtx,
  method: "REQUEST" | "CANCEL",
): Calendar | null {
  const { interview, application } = found;
  if (interview.startsAt === null || interview.endsAt === null) return null;
  const toMember = ctx.recipient.kind === "member";
  const kit = ctx.pages.kit(interview.id);
  const content = invitationIcs({
    method,
    interviewId: interview.id,
    sequence: interview.sequence,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    stamp: ctx.clock,
    summary: toMember
      ? `${found.name}: ${application.candidateName}`
      : `${found.name}: ${application.jobTitle} at ${ctx.org.name}`,
    description: toMember ? `${application.jobTitle}\nThe kit: ${kit}` : found.assesses,
    place: interview.place,
    url: toMember ? kit : null,
    organizer: {
      name: ctx.org.name,
      email: `interviews@${new URL(ctx.pages.home()).hostname}`,
    },
    attendee: ctx.recipient,
  });
  return { method, content };
}
