import { adverseImpact, selfIdentification } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { askedWhere } from "./asked.ts";
import { ATTRIBUTE_NAMES } from "./attributes.ts";
import { countJobs } from "./count.ts";
import { endedWithin } from "./outcomes.ts";
import { publishJobs } from "./publish.ts";
import { yearBefore } from "./years.ts";

/**
 * Makes the figures of the last calendar year, once: what is shown of a year never changes, so that
 * no two looks at it can be compared, whoever withdraws an answer or is erased in between. The
 * system's command, run as `rubric_retention`. Returns how many years were made: none or one.
 */
export async function reportFairness(ctx: CommandCtx): Promise<number> {
  const { tx, org } = ctx;
  const { timeZone } = await settingsOf(tx, org.id);
  const { year, from, to } = yearBefore(ctx.clock, timeZone);
  const made = await tx
    .select({ year: adverseImpact.year })
    .from(adverseImpact)
    .where(and(eq(adverseImpact.orgId, org.id), eq(adverseImpact.year, year)));
  if (made.length > 0) return 0;
  const asks = await askedWhere(ctx);
  const ended = (await endedWithin(tx, org.id, { from, to })).map((one) => ({
    ...one,
    asked: asks(one.locations),
  }));
  const counted = ended.filter((one) => one.asked.attributes.length > 0);
  if (counted.every((one) => one.answers.size === 0)) return 0;
  const least = Math.max(...counted.map((one) => one.asked.least));
  const attributes = ATTRIBUTE_NAMES.filter((one) =>
    counted.some(({ asked }) => asked.attributes.includes(one)),
  );
  const tables = attributes.flatMap((attribute) => {
    const own = counted.filter(({ asked }) => asked.attributes.includes(attribute));
    return publishJobs(countJobs(own, attribute), least).map(({ rows, ...table }) => ({
      ...table,
      attribute,
      rows: rows.map(({ group, counts }) => ({ group, counts: [...counts] })),
    }));
  });
  const written = await tx
    .insert(adverseImpact)
    .values({ orgId: org.id, year, least, tables, attributes, madeAt: ctx.clock })
    .onConflictDoNothing()
    .returning({ year: adverseImpact.year });
  if (written.length === 0) return 0;
  await tx
    .update(selfIdentification)
    .set({ countedIn: year })
    .where(
      and(
        eq(selfIdentification.orgId, org.id),
        inArray(
          selfIdentification.applicationId,
          counted.map((one) => one.applicationId),
        ),
      ),
    );
  ctx.audit({ subject: { kind: "organization", id: org.id }, after: { year } });
  return 1;
}
