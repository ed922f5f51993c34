import { CONDITION_KINDS } from "@rubric/domain/offer/package-schemas";
import { z } from "zod";

/** The package and the conditions, as the form keeps them. */
export const PackageDraft = z.object({
  variableMinor: z.int(),
  variablePercent: z.int().nullable(),
  equity: z.string(),
  equityMinor: z.int().nullable(),
  signingMinor: z.int(),
  benefits: z.array(z.object({ name: z.string(), valueMinor: z.int().nullable() })),
  conditionList: z.array(
    z.object({
      kind: z.enum(CONDITION_KINDS),
      words: z.string(),
      askedOn: z.string().nullable().default(null),
      dueOn: z.string().nullable(),
    }),
  ),
});
export type PackageDraft = z.infer<typeof PackageDraft>;

/** A package of base pay alone, without conditions. */
export const NOTHING_MORE: PackageDraft = {
  variableMinor: 0,
  variablePercent: null,
  equity: "",
  equityMinor: null,
  signingMinor: 0,
  benefits: [],
  conditionList: [],
};
