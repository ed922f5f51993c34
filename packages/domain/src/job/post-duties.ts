import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";
import { placeNames } from "../region/names.ts";
import { type PostSaid, postDuties } from "../region/post-duties.ts";
import { type RegionsAsked, rulesFor } from "../region/rules.ts";
import { DUTY_STATES, type PostDutyView } from "../region/schemas.ts";

const Facts = z.strictObject({
  /** The organization's day, and the version of the region pack; null: the built-in. */
  day: z.string(),
  pack: z.int().nullable(),
  duties: z.array(
    z.strictObject({
      what: z.string(),
      state: z.enum(DUTY_STATES),
      blocking: z.boolean(),
      /** Whether a rule of high confidence is among those that ask for it. */
      sure: z.boolean(),
      rules: z.array(z.string()),
      places: z.array(z.string()),
      todo: z.string().nullable(),
    }),
  ),
});
type Facts = z.infer<typeof Facts>;

/** Law 8: a post is not published before it meets what its places demand of it. */
export const postDutiesRule = defineRule({
  name: "job.postDuties",
  points: ["job.publishPost", "job.unpublishDue"],
  laws: [8],
  kinds: ["validation"],
  template: {
    validation:
      "A post that lacks what its places demand is not published; whether rules of regions that are marked “less sure” count too: {unsureBlock}.",
  },
  facts: Facts,
  parameters: z.strictObject({
    unsureBlock: z.boolean().meta({ title: "Rules of medium confidence count too" }),
  }),
  defaults: { unsureBlock: true },
  effects: {},
  judge: ({ duties }, { unsureBlock }) => {
    const missing = duties
      .filter((one) => one.state === "not_met" && one.blocking && (one.sure || unsureBlock))
      .map(({ what, places }) => ({ what, places: placeNames(places) }));
    return missing.length === 0 ? null : deny("POST_DUTIES", { missing });
  },
  tests: "job/post-duties.test.ts",
});

/** What a post owes, as its page lists it, and the facts that the rule judges. */
export function dutiesOfPost(
  asked: Omit<RegionsAsked, "regions"> & { packNumber: number | null },
  post: PostSaid & { locations: readonly string[] },
): { duties: PostDutyView[]; facts: Facts } {
  const duties = postDuties(rulesFor({ ...asked, regions: post.locations }), post);
  return {
    duties,
    facts: {
      day: asked.day,
      pack: asked.packNumber,
      duties: duties.map(({ what, state, blocking, todo, reasons }) => ({
        what,
        state,
        blocking,
        sure: reasons.some((one) => one.confidence === "h"),
        rules: reasons.map((one) => one.rule),
        places: [...new Set(reasons.flatMap((one) => one.places))].toSorted(),
        todo,
      })),
    },
  };
}
