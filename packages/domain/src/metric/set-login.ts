import { metricLogin, metricSource } from "@rubric/db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { LoginView, SetLoginInput } from "./schemas.ts";

/** Says what one is called at a source, so that it fetches one's figures; or takes that back. */
export async function setLogin(
  ctx: CommandCtx,
  { memberId, sourceId, login }: z.infer<typeof SetLoginInput>,
): Promise<z.infer<typeof LoginView>> {
  const { tx, org, clock } = ctx;
  // It is asked anew soon; who sets a name at the same time waits, so that each name is one's alone.
  const [source] = await tx
    .update(metricSource)
    .set({ nextAt: clock })
    .where(
      and(
        eq(metricSource.orgId, org.id),
        eq(metricSource.id, sourceId),
        ne(metricSource.state, "removed"),
      ),
    )
    .returning({ id: metricSource.id });
  if (source === undefined) return refuse("NOT_FOUND", {});
  const its = and(eq(metricLogin.orgId, org.id), eq(metricLogin.sourceId, sourceId));
  const [taken] = await tx
    .select({ memberId: metricLogin.memberId })
    .from(metricLogin)
    .where(and(its, sql`lower(${metricLogin.login}) = lower(${login})`));
  if (taken !== undefined && taken.memberId !== memberId) return refuse("METRIC_LOGIN_TAKEN", {});
  await tx.delete(metricLogin).where(and(its, eq(metricLogin.memberId, memberId)));
  if (login !== "") {
    await tx.insert(metricLogin).values({ orgId: org.id, sourceId, memberId, login, setAt: clock });
  }
  ctx.audit({
    subject: { kind: "metric_source", id: sourceId },
    after: { memberId, mapped: login !== "" },
  });
  return { sourceId, login: login === "" ? null : login };
}
