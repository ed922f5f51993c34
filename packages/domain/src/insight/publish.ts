import { prediction } from "@rubric/db/schema";
import { desc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { endOfQuarter, quarterCutoff } from "./cutoff.ts";
import { predictionFigures } from "./prediction-figures.ts";
import { ratedPeople } from "./prediction-rows.ts";
import { leastReviewed, reviewPlaces } from "./review-places.ts";

/**
 * Makes the figures of how interviews predict reviews for the last quarter, once: what is shown of a
 * quarter never changes, whoever is erased in between. The system's command. Returns how many
 * quarters were made: none or one.
 */
export async function publishInsight(ctx: CommandCtx): Promise<number> {
  const { tx, org } = ctx;
  const { timeZone } = await settingsOf(tx, org.id);
  const { quarter, end } = quarterCutoff(ctx.clock, timeZone, ctx.limits);
  const [last] = await tx
    .select()
    .from(prediction)
    .where(eq(prediction.orgId, org.id))
    .orderBy(desc(prediction.quarter))
    .limit(1);
  if (last !== undefined && last.quarter >= quarter) return 0;
  if ((await reviewPlaces(ctx)).length === 0) return 0;
  const people = (await ratedPeople(tx, org.id, end)).flatMap((one) => {
    const least = leastReviewed(ctx, one.locations);
    return least === null ? [] : [{ ...one, least }];
  });
  if (people.length === 0) return 0;
  const least = Math.max(...people.map((one) => one.least));
  const figures = predictionFigures(
    people,
    last?.figures ?? [],
    { quarter, endOf: (name) => endOfQuarter(name, timeZone) },
    least,
  );
  const written = await tx
    .insert(prediction)
    .values({ orgId: org.id, quarter, figures, madeAt: ctx.clock })
    .onConflictDoNothing()
    .returning({ quarter: prediction.quarter });
  if (written.length === 0) return 0;
  ctx.audit({ subject: { kind: "organization", id: org.id }, after: { quarter } });
  return 1;
}
