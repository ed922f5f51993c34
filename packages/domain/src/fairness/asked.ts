import type { ReadCtx } from "../context.ts";
import { regionsAsked } from "../region/asked.ts";
import { dutiesOn } from "../region/select.ts";
import { ATTRIBUTE_NAMES, type Attribute } from "./attributes.ts";
import { selfIdentificationRule } from "./self-identification.ts";

/** What is asked at a job of these places: nothing where one of them does not allow the question. */
export type Asked = { attributes: Attribute[]; least: number; fourFifths: boolean };

const NOTHING: Asked = { attributes: [], least: 5, fourFifths: false };

/**
 * Says for places what candidates are asked of themselves there. Of several places each must allow
 * the question and have it asked, and the strictest of their numbers holds.
 */
export async function askedWhere(
  ctx: Pick<ReadCtx, "read" | "org" | "clock" | "policy">,
): Promise<(locations: readonly string[]) => Asked> {
  const about = await regionsAsked(ctx.read, ctx.org.id, ctx.clock, []);
  return (locations) => {
    const places = locations.map((region) => {
      const allowed = dutiesOn({ ...about, regions: [region] }, "self_identification").length > 0;
      return ctx.policy.effects(selfIdentificationRule, { allowed }, { regions: [region] })[0];
    });
    const asked = places.flatMap((one) => (one === undefined ? [] : [one.facts]));
    if (asked.length === 0 || asked.length < places.length) return NOTHING;
    return {
      attributes: ATTRIBUTE_NAMES.filter((one) => asked.every((x) => x.attributes.includes(one))),
      least: Math.max(...asked.map((one) => one.least)),
      fourFifths: asked.every((one) => one.fourFifths),
    };
  };
}
