import type { Member } from "@rubric/domain/context";
import type { Calendar } from "./calendar.ts";
import {
  andOut,
  debriefUnderWay,
  glassBroken,
  loopAhead,
  loopExcused,
  loopUnderWay,
  notEligible,
  onHold,
  transferred,
  withdrew,
} from "./endings.ts";
import { adjusted, noted, questioned } from "./extras.ts";
import {
  callAhead,
  callMissed,
  callOwed,
  callPlanned,
  callProposed,
  callToDecide,
  fresh,
  loopOwed,
  loopPlanned,
  offered,
  rejectedAfterCall,
  rejectedAfterLoop,
  type Story,
  turnedDown,
} from "./stories.ts";

/** When somebody applied: so many working days before today, or so many hours ago. */
export type Role = { applied: { days: number } | { hours: number }; story: Story };

/** What came of each person's application, by job and name. */
export type Cast = Readonly<Record<"senior" | "payouts" | "staff", Readonly<Record<string, Role>>>>;

const role = (days: number, story: Story): Role => ({ applied: { days }, story });
const unread = (hours: number): Role => ({ applied: { hours }, story: fresh });

const READING =
  "I am dyslexic. Please send longer texts a day ahead, and allow more time for code.";

const today = (hours: number) => (calendar: Calendar) => calendar.ahead(hours);
const inDays =
  (days: number, hour: number, minute = 0) =>
  (calendar: Calendar) =>
    calendar.coming(days, hour, minute);

/** The applications of the demo. Most promised answers are still to come; a few are late. */
export function cast(who: { head: Member; payouts: string }): Cast {
  return {
    senior: {
      "Yara Benali": role(28, noted(offered("confirmed", 8_900_000))),
      "Kwame Mensah": role(20, offered("accepted", 9_200_000)),
      "Mei-Ling Chen": role(17, noted(offered("sent", 8_600_000))),
      "Tendai Moyo": role(19, offered("change_asked", 9_000_000, { short: true })),
      "Fatima Zahra Idrissi": role(26, andOut(offered("declined", 8_500_000))),
      "Matteo Ricci": role(16, noted(offered("pending", 8_800_000))),
      "Oskar Lindqvist": role(27, rejectedAfterLoop),
      "Dmytro Kovalenko": role(21, rejectedAfterLoop),
      "Nikhil Menon": role(14, noted(debriefUnderWay)),
      "Camille Lefèvre": role(13, loopOwed(3, ["strong", "fair", "strong"])),
      "Henrik Sørensen": role(16, loopExcused),
      "Olena Shevchuk": role(15, glassBroken),
      "Felipe Castro": role(12, loopUnderWay),
      "Carmen Ionescu": role(
        10,
        adjusted(
          loopAhead((calendar) => [
            calendar.ahead(1.5),
            calendar.coming(1, 10),
            calendar.coming(1, 14),
          ]),
          true,
        ),
      ),
      "Mariam Sow": role(
        10,
        noted(
          loopAhead(
            (calendar) => [calendar.coming(2, 9), calendar.coming(2, 11), calendar.coming(3, 13)],
            {
              focus: "Take the erasure case first and stay with it; the call has covered sign-in.",
            },
          ),
        ),
      ),
      "Sanjay Iyer": role(8, loopPlanned),
      "Pedro Almeida": role(7, callToDecide("fair")),
      "Quentin Moreau": role(6, callOwed(3, false)),
      "Abdi Warsame": role(5, noted(callAhead(today(1)))),
      "Bilal Hussain": role(
        5,
        questioned(
          callAhead(inDays(1, 15, 30)),
          "Do I need a machine of my own for the call, with an editor set up?",
          "No, the call is a talk and needs no more than a quiet place.\n\nIf we should come to code in a later step, you hear of it at least three days before.",
        ),
      ),
      "Yusuf Demirci": role(5, callAhead(inDays(3, 10))),
      "Hiroshi Yamamoto": role(
        4,
        questioned(
          callProposed,
          "First call: none of these times suits me. I am free on any day after five.",
        ),
      ),
      "Rahul Deshpande": role(7, callMissed),
      "Katarzyna Wójcik": role(3, adjusted(callPlanned, false, READING)),
      "Viktor Petrov": role(11, callPlanned),
      "Omar Farouk": role(16, rejectedAfterCall),
      "Benedikt Huber": role(12, rejectedAfterCall),
      "Lars van Dijk": role(23, rejectedAfterCall),
      "Anneke de Boer": role(9, rejectedAfterCall),
      "Elif Demir": role(
        11,
        onHold(-1, "Is at sea until the end of next week and asked us to wait with the call."),
      ),
      "Liam O'Connor": role(12, withdrew),
      "Jamal Thompson": role(4, transferred(who.payouts)),
      "Ximena Vargas": role(14, turnedDown),
      "Ulla Rasmussen": role(7, turnedDown),
      "Wei Zhang": unread(49),
      "Zuzana Horváthová": unread(6),
    },
    payouts: {
      "Gabriela Souza": role(15, offered("draft", 6_400_000)),
      "Chiara Conti": role(
        17,
        noted(
          offered("pending", 7_250_000, {
            rangeReason: "Knows two of our four banks from the inside; would save us a contractor.",
            approver: who.head,
          }),
        ),
      ),
      "Jakub Nowak": role(14, loopOwed(3, ["fair", "strong", "strong"])),
      "Grace Wanjiru": role(
        10,
        loopAhead(
          (calendar) => [calendar.coming(1, 13), calendar.coming(2, 14), calendar.coming(3, 10)],
          { shadow: true },
        ),
      ),
      "Eszter Nagy": role(5, callAhead(today(2))),
      "Zainab Bello": role(
        10,
        loopAhead((calendar) => [
          calendar.coming(3, 9),
          calendar.coming(4, 13),
          calendar.coming(4, 15, 30),
        ]),
      ),
      "Daniel Kiprop": role(6, callOwed(5, true)),
      "Andreea Popa": role(5, callAhead(inDays(2, 16))),
      "Thandiwe Dlamini": role(4, callPlanned),
      "Paulina Sikora": role(13, rejectedAfterCall),
      "Hanna Virtanen": role(19, rejectedAfterCall),
      "Chinonso Eze": role(11, turnedDown),
      "Diego Morales": role(9, withdrew),
      "Tariq Aziz": role(8, notEligible),
      "Roya Karimi": unread(141),
      "Nadia Rahimi": unread(76),
      "Isabel Ruiz": unread(30),
      "Ji-woo Park": unread(11),
      "Aoife Brennan": unread(3),
    },
    staff: {
      "Niamh Gallagher": role(16, rejectedAfterCall),
      "Sofía Quintero": role(
        10,
        onHold(9, "The job waits for its budget; we said so, with a date."),
      ),
      "Leilani Kahale": role(15, withdrew),
      "Emilia Korhonen": role(
        10,
        onHold(9, "The job waits for its budget; she knows, and is patient."),
      ),
    },
  };
}
