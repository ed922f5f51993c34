export type InterviewSign = {
  planInterviewId: string;
  state: "planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled";
  absentSide: "candidate" | "interviewer" | null;
  startsAt: Date | null;
  proposedTimes: readonly string[];
};

/**
 * Whether a candidate gave no answer (law 4): a proposal whose times have all passed, or an
 * interview they missed, unless they came to one since, or its next time is still to come.
 */
export function isSilent(interviews: readonly InterviewSign[], now: Date): boolean {
  return interviews.some((one) => {
    const missed = missedAt(one, now);
    return (
      missed !== null &&
      !interviews.some((other) => cameAfter(other, missed, now) || awaits(other, one, now))
    );
  });
}

function missedAt(one: InterviewSign, now: Date): number | null {
  if (one.state === "absent") {
    return one.absentSide === "candidate" ? (one.startsAt?.getTime() ?? 0) : null;
  }
  if (one.state !== "proposed") return null;
  const last = Math.max(0, ...one.proposedTimes.map((time) => Date.parse(time)));
  return last <= now.getTime() ? last : null;
}

/** Whoever is not marked absent came, also before the worker notes that it was held. */
function cameAfter({ state, startsAt }: InterviewSign, missed: number, now: Date): boolean {
  const began = startsAt !== null && startsAt > new Date(missed) && startsAt <= now;
  return began && (state === "held" || state === "scheduled");
}

/** The same interview once more, and it can still be answered or come to. */
function awaits(other: InterviewSign, missed: InterviewSign, now: Date): boolean {
  if (other === missed || other.planInterviewId !== missed.planInterviewId) return false;
  if (other.state === "scheduled") return other.startsAt !== null && other.startsAt > now;
  return other.state === "proposed" && other.proposedTimes.some((time) => new Date(time) > now);
}
