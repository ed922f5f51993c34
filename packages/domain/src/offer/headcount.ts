import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";

const Facts = z.strictObject({
  /** Openings of the job by state, the one that is asked for not among them. */
  open: z.int(),
  reserved: z.int(),
  filled: z.int(),
  /** Open ones that nobody may use, for their requisition is on hold. */
  held: z.int().default(0),
  /** Those among the reserved and filled that no approved requisition covers. */
  beyond: z.int().default(0),
  /** Seats that requisitions raised for such offers ask for, and that nobody approved yet. */
  asked: z.int().default(0),
});

/** Sent all the same: so many seats are asked for by a requisition, or were before. */
export type BeyondHeadcount =
  | { effect: "raise_requisition"; facts: { seats: number } }
  | { effect: "use_requisition"; facts: { asked: number } };

/**
 * Law 9: an offer beyond the openings is not sent, or, as flow, sent with a requisition. So many
 * seats are asked for in all as offers are beyond headcount, and the margin of that on top of it:
 * what was asked for and is not approved yet counts.
 */
export const headcountRule = defineRule({
  name: "offer.headcount",
  points: ["offer.send"],
  laws: [9],
  kinds: ["validation", "flow"],
  template: {
    validation: "An offer that no opening is free for is not sent.",
    flow: "An offer that no opening is free for is sent, and a requisition is raised for the difference plus {marginPercent} %.",
  },
  facts: Facts,
  parameters: z.strictObject({
    marginPercent: z.int().min(0).max(100).meta({ title: "Margin", unit: "%" }),
  }),
  defaults: { marginPercent: 20 },
  effects: {
    raise_requisition: ({ seats }) =>
      `No opening was free: a requisition for ${String(seats)} was raised.`,
    use_requisition: () =>
      "No opening was free: the offer rests on a requisition that was raised before.",
  },
  judge: ({ open, reserved, filled, held, beyond, asked }, { marginPercent }, kind) => {
    if (open > 0) return null;
    if (held > 0) return deny("REQUISITION_ON_HOLD", { seats: held });
    if (kind === "validation") {
      return deny("HEADCOUNT", { openings: reserved + filled, reserved, filled });
    }
    const difference = beyond + 1;
    if (difference <= asked) {
      return { effect: "use_requisition", facts: { asked } } satisfies BeyondHeadcount;
    }
    const seats = Math.ceil((difference * (100 + marginPercent)) / 100) - asked;
    return { effect: "raise_requisition", facts: { seats } } satisfies BeyondHeadcount;
  },
  tests: "offer/headcount-rule.test.ts",
});
