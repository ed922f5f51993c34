import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { requireMember } from "../identity/access.ts";
import { refuse } from "../errors.ts";
import { requireFramework } from "../framework/access.ts";
import { type BandRow, bandsOf, dayOf, levelsOf } from "./access.ts";
import type { BandEntry } from "./document.ts";
import { parseBands } from "./parse.ts";
import { inForce } from "./rules.ts";
import type { ImportBandsInput, ImportedBandsView } from "./schemas.ts";
import { writeDraft } from "./write-draft.ts";

/**
 * Reads a file of bands into drafts, one for each that differs from what is in force; another
 * admin approves them one by one. A file that is not right is refused whole with its first wrong place.
 */
export async function importBands(
  ctx: CommandCtx,
  input: z.infer<typeof ImportBandsInput>,
): Promise<z.infer<typeof ImportedBandsView>> {
  const { memberId } = requireMember(ctx);
  const { frameworkId, format, text, reason } = input;
  await requireFramework(ctx.tx, ctx.org.id, frameworkId);
  const levels = (await levelsOf(ctx, frameworkId)).map((one) => one.key);
  const today = dayOf(ctx.clock);
  const rows = await bandsOf(ctx, frameworkId);
  const parsed = parseBands(format, text, levels, today, (entry) => isSame(rows, entry, today));
  if (!parsed.ok) return refuse("FILE_REFUSED", parsed.error);
  const changed = parsed.bands.filter((entry) => !isSame(rows, entry, today));
  for (const { level, ...entry } of changed) {
    const band = { ...entry, levelKey: level, ends: false };
    await writeDraft(ctx, memberId, { frameworkId, band, reason });
  }
  const counts = { drafted: changed.length, unchanged: parsed.bands.length - changed.length };
  ctx.audit({
    subject: { kind: "framework", id: frameworkId },
    after: { ...counts, reason, bands: changed },
  });
  return counts;
}

function isSame(rows: readonly BandRow[], entry: BandEntry, today: string): boolean {
  const now = inForce(rows, entry.level, entry.region, today);
  return (
    now !== null &&
    now.currency === entry.currency &&
    now.minMinor === entry.minMinor &&
    now.midMinor === entry.midMinor &&
    now.maxMinor === entry.maxMinor &&
    now.effectiveFrom === entry.effectiveFrom &&
    now.example === entry.example
  );
}
