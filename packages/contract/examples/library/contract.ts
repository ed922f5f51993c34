import { type AnyRouter, emitManifest } from "@rubric/contract/emit";
import type { Manifest } from "@rubric/contract/manifest";
import { z } from "zod";

const Meta = z.object({ roles: z.array(z.string()), errors: z.array(z.string()).default([]) });

/** The contract of the library's router. */
export function contractOf(router: AnyRouter, now: Date): Manifest {
  return emitManifest(router, {
    describe: (path, meta) => {
      const { roles, errors } = Meta.parse(meta);
      return {
        errors,
        permission: { name: path, holders: roles, conditions: [] },
        rate: "usual",
        idempotency: null,
        cache: "no-store",
        since: null,
        deprecated: null,
        sunset: null,
      };
    },
    transport: {
      transformer: null,
      batchLimit: 10,
      methodOverride: false,
      rates: { usual: { calls: 600, seconds: 60 } },
      errorShape: z.object({ code: z.string() }),
    },
    readers: "tolerant",
    now,
  });
}
