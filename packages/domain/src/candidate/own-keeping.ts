import { knownTo } from "../application/known.ts";
import type { ApplicationRow } from "../application/rows.ts";
import type { ReadCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { dayWords } from "../mail/wording.ts";
import { keepingOf } from "../retention/keeping.ts";
import { wordsToPerson } from "../retention/keeping-words.ts";
import { openConsent, poolOffer } from "../retention/pool.ts";
import { toInstant } from "../wire.ts";
import type { OwnView } from "./schemas.ts";

/** How long a candidate's applications are kept; of an end that they were not told, nothing. */
export async function ownKeeping(
  ctx: ReadCtx,
  candidateId: string,
  rows: readonly ApplicationRow[],
): Promise<OwnView["keeping"]> {
  const knownOf = await knownTo(ctx, rows);
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const keepings = await keepingOf(ctx, [candidateId]);
  const byId = new Map(keepings.map((one) => [one.applicationId, one]));
  return rows.flatMap((row) => {
    const keeping = byId.get(row.id);
    if (keeping === undefined) return [];
    const { state } = knownOf(row);
    const goesOn = state === "active" || state === "on_hold";
    const shown = goesOn ? { ...keeping, why: "under_way" as const, until: null } : keeping;
    return [
      {
        applicationId: row.id,
        sentence: wordsToPerson(shown, (at) => dayWords(at, timeZone)),
        until: toInstant(shown.until),
      },
    ];
  });
}

/** Whether a candidate is in the talent pool, and the words they agreed to or would. */
export async function ownPool(
  ctx: ReadCtx,
  orgName: string,
  candidateId: string,
): Promise<OwnView["pool"]> {
  const consent = await openConsent(ctx, candidateId);
  if (consent !== null) {
    const { text, textVersion, givenAt, expiresAt } = consent;
    return { text, textVersion, givenAt: toInstant(givenAt), until: toInstant(expiresAt) };
  }
  const { text, textVersion } = await poolOffer(ctx, orgName, candidateId);
  return { text, textVersion, givenAt: null, until: null };
}
