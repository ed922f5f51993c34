import type { Described } from "@rubric/contract/emit";
import { isPermission, permissionRow } from "@rubric/domain/permissions";
import { z } from "zod";

const MetaOf = z.object({
  permission: z.string().refine(isPermission),
  errors: z.array(z.string()),
  rate: z.string(),
  key: z.enum(["required", "none", "query"]),
  since: z.string().optional(),
  deprecated: z.string().optional(),
  sunset: z.string().optional(),
});

/** What the manifest says of one of our procedures beside its schemas. */
export function describe(_path: string, meta: unknown): Described {
  const { permission, errors, rate, key, since, deprecated, sunset } = MetaOf.parse(meta);
  const { on, to, impartial, unsealed } = permissionRow(permission);
  return {
    errors,
    permission: {
      name: permission,
      holders: [...to],
      conditions: [
        `on: ${on}`,
        ...(impartial === true ? ["impartial"] : []),
        ...(unsealed === true ? ["unsealed"] : []),
      ],
    },
    rate,
    idempotency: key === "query" ? null : key,
    cache: "no-store",
    since: since ?? null,
    deprecated: deprecated ?? null,
    sunset: sunset ?? null,
  };
}
