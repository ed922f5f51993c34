import type { ReadCtx } from "../context.ts";
import type { Placed } from "./placed.ts";
import type { ApplicationView } from "./schemas.ts";

/** Who owes what in the stage the application is in. */
export function owedView(
  ctx: Pick<ReadCtx, "clock">,
  at: Placed,
  stages: ApplicationView["stages"],
  adjustments: ApplicationView["adjustments"],
): ApplicationView["owes"] {
  if (at.row.state !== "active" && at.row.state !== "on_hold") return [];
  const now = ctx.clock.toISOString();
  const interviews = stages.find((stage) => stage.id === at.stage.id)?.interviews ?? [];
  const scorecards = interviews.flatMap((one) => {
    const begun =
      one.state === "held" ||
      (one.state === "scheduled" && one.startsAt !== null && one.startsAt <= now);
    if (!begun) return [];
    return one.seats
      .filter((seat) => !seat.shadow && (seat.state === "assigned" || seat.state === "draft"))
      .map((seat) => ({ name: seat.name, what: `Scorecard: ${one.name}`, since: one.endsAt }));
  });
  const times = interviews
    .filter((one) => one.state === "proposed")
    .map((one) => ({ name: "Candidate", what: `Choose a time: ${one.name}`, since: null }));
  const asked = adjustments
    .filter((one) => one.answeredAt === null)
    .map((one) => ({
      name: "Recruiter",
      what: "Answer what the candidate asked to be arranged",
      since: one.createdAt,
    }));
  return [...scorecards, ...times, ...asked];
}
