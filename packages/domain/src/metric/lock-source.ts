import { metricSource } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { SourceRow } from "./access.ts";

/** A source that is not removed, locked until the command's end; or NOT_FOUND. */
export async function lockSource(
  { tx, org }: Pick<CommandCtx, "tx" | "org">,
  sourceId: string,
): Promise<SourceRow> {
  const [row] = await tx
    .select()
    .from(metricSource)
    .where(
      and(
        eq(metricSource.orgId, org.id),
        eq(metricSource.id, sourceId),
        ne(metricSource.state, "removed"),
      ),
    )
    .for("no key update");
  return row ?? refuse("NOT_FOUND", {});
}
