import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";

const Facts = z.strictObject({
  /** Openings of the job by state, the one that is asked for not among them. */
  open: z.int(),
  reserved: z.int(),
  filled: z.int(),
});

/** Sent all the same: so many seats are asked for by a requisition. */
type RaiseRequisition = { effect: "raise_requisition"; facts: { seats: number } };

/**
 * Law 9: an offer beyond the openings is not sent, or, as flow, sent with a requisition for the
 * difference and a margin on top of it.
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
  },
  judge: ({ open, reserved, filled }, { marginPercent }, kind) => {
    if (open > 0) return null;
    if (kind === "validation") {
      return deny("HEADCOUNT", { openings: open + reserved + filled, reserved, filled });
    }
    const seats = Math.ceil((100 + marginPercent) / 100);
    return { effect: "raise_requisition", facts: { seats } } satisfies RaiseRequisition;
  },
  tests: "offer/headcount-rule.test.ts",
});
