import { adjusted, noted } from "./extras.ts";
import {
  callAhead,
  callMissed,
  callOwed,
  callPlanned,
  callProposed,
  callToDecide,
  debriefOpen,
  fresh,
  loopAhead,
  loopExcused,
  loopOwed,
  loopPlanned,
  notEligible,
  offered,
  onHold,
  rejectedAfterCall,
  rejectedAfterLoop,
  type Story,
  turnedDown,
  withdrew,
} from "./stories.ts";

/** So many days ago somebody applied, and this came of it. */
export type Role = { days: number; story: Story };

const role = (days: number, story: Story): Role => ({ days, story });

/** The applications of the job that is furthest on. */
export const SENIOR: readonly Role[] = [
  role(41, offered("confirmed", 8_900_000)),
  role(38, offered("accepted", 9_200_000)),
  role(34, noted(offered("sent", 8_600_000))),
  role(35, offered("change_asked", 9_000_000)),
  role(37, offered("declined", 8_500_000)),
  role(31, offered("pending", 8_800_000)),
  role(30, offered("draft", 8_400_000)),
  role(27, noted(debriefOpen)),
  role(25, loopOwed(3, ["strong", "fair", "strong"])),
  role(26, loopOwed(3, ["fair", "weak", "strong"])),
  role(24, loopExcused),
  role(22, loopOwed(1, ["strong"])),
  role(23, loopOwed(2, ["fair", "strong"])),
  role(20, adjusted(loopAhead(3), true)),
  role(19, loopAhead(26)),
  role(17, loopPlanned),
  role(33, rejectedAfterLoop),
  role(28, rejectedAfterCall),
  role(21, rejectedAfterCall),
  role(15, noted(callToDecide("strong"))),
  role(14, callToDecide("fair")),
  role(12, callMissed),
  role(11, callOwed(5, true)),
  role(10, callOwed(26, false)),
  role(9, noted(callAhead(1))),
  role(9, callAhead(28)),
  role(8, callProposed),
  role(7, adjusted(callPlanned, false)),
  role(6, callPlanned),
  role(18, onHold),
  role(16, withdrew),
  role(13, turnedDown),
  role(29, turnedDown),
  role(7, fresh),
  role(3, fresh),
  role(0.4, fresh),
];

/** The applications of the job that opened later. */
export const PAYOUTS: readonly Role[] = [
  role(24, loopAhead(4)),
  role(23, loopOwed(2, ["fair", "weak"])),
  role(20, loopPlanned),
  role(19, callToDecide("fair")),
  role(17, rejectedAfterCall),
  role(14, callAhead(5)),
  role(12, callAhead(50)),
  role(11, callOwed(8, false)),
  role(9, callPlanned),
  role(8, callProposed),
  role(21, turnedDown),
  role(18, turnedDown),
  role(15, notEligible),
  role(13, withdrew),
  role(6, fresh),
  role(5, fresh),
  role(4, fresh),
  role(2, fresh),
  role(1, fresh),
  role(0.2, fresh),
];

/** The applications of the job that was put on hold; one more came by a referral. */
export const STAFF: readonly Role[] = [
  role(30, rejectedAfterCall),
  role(28, callToDecide("strong")),
  role(26, callPlanned),
];
