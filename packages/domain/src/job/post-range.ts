import { z } from "zod";
import { deny } from "../errors.ts";
import { defineRule } from "../policy/rule.ts";
import { rangesOfPost, withoutRange } from "../region/pay-ranges.ts";
import type { PostContent } from "./schemas.ts";

const Facts = z.strictObject({
  /** Places of the post for which it shows no pay range; a post without a place has one if it shows any. */
  withoutRange: z.boolean(),
  /** What else the post lacks. */
  others: z.array(z.string()),
});

/**
 * Law 8: a post shows the pay range of each of its places. Where a region's law demands it, it is a
 * duty of the post whatever the organization sets here.
 */
export const postRangeRule = defineRule({
  name: "job.postRange",
  points: ["job.publishPost"],
  laws: [8],
  pay: true,
  kinds: ["validation"],
  template: {
    validation:
      "A post without a pay range for one of its places is not published, whether or not a law demands it: {always}. Where a law does, it never is.",
  },
  facts: Facts,
  parameters: z.strictObject({
    always: z.boolean().meta({ title: "A range is demanded where no law does" }),
  }),
  defaults: { always: true },
  effects: {},
  judge: ({ withoutRange: lacks, others }, { always }) =>
    lacks && always ? deny("POST_NOT_READY", { missing: [...others, "a pay range"] }) : null,
  tests: "job/post-range.test.ts",
});

/** The facts that the rule judges a post by. */
export function rangeFacts(
  post: Pick<PostContent, "pay" | "statements" | "locations">,
  others: readonly string[],
): z.infer<typeof Facts> {
  const ranges = rangesOfPost(post);
  const lacks = ranges.length === 0 || withoutRange(ranges, post.locations).length > 0;
  return { withoutRange: lacks, others: [...others] };
}
