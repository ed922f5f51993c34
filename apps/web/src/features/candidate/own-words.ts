import type { OwnApplication } from "@rubric/domain/candidate/schemas";

/** What a state means to the person whose application it is. */
export function stateWords({ state, steps, offers }: OwnApplication): string {
  const now = steps.find((step) => step.when === "now")?.name;
  const out = offers.some((one) => one.state === "sent" || one.state === "change_asked");
  switch (state) {
    case "active":
      if (offers[0]?.state === "declined") {
        return "You declined our offer, so nothing more is asked of you. If we make you another one, it stands here.";
      }
      if (offers[0]?.state === "expired") return "The date for answering our offer has passed.";
      if (offers[0]?.state === "withdrawn") return "We withdrew our offer.";
      if (out) return "We have made you an offer. Take your time to read it.";
      return now === undefined ? "Your application is under way." : `You are at this step: ${now}.`;
    case "on_hold":
      return "Your application is paused for the moment. It is not a no, and nothing is asked of you.";
    case "rejected":
      return "We have decided not to go on with this application. Thank you for the time you gave to it.";
    case "withdrawn":
      return "This application is withdrawn. You need to do nothing else.";
    case "transferred":
      return "This application goes on for another job, as we agreed with you.";
    case "hired":
      return "You accepted our offer. We look forward to working with you.";
  }
}

export const WHEN_WORDS = {
  done: "Done",
  now: "You are here",
  to_come: "To come",
  ended: "Ended here",
} as const;
