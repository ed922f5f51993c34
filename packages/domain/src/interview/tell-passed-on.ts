import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import type { InterviewRow } from "./access.ts";
import type { PassedOn } from "./share-load.ts";
import { tellMembers } from "./tell.ts";

/** Tells both that an interview went from the one to the other, and writes it into the timeline. */
export async function tellPassedOn(
  ctx: CommandCtx,
  row: Pick<InterviewRow, "id" | "applicationId">,
  name: string,
  passedOn: readonly PassedOn[],
): Promise<void> {
  if (passedOn.length === 0) return;
  const rows = await ctx.tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        inArray(
          member.id,
          passedOn.flatMap((one) => [one.out, one.in]),
        ),
      ),
    );
  const names = new Map(rows.map((one) => [one.id, one.name]));
  for (const one of passedOn) {
    await recordEvent(ctx, row.applicationId, {
      kind: "interview.passed_on",
      facts: {
        interviewId: row.id,
        name,
        outId: one.out,
        inId: one.in,
        out: names.get(one.out) ?? "",
        in: names.get(one.in) ?? "",
      },
    });
    await tellMembers(ctx, "interview.passedOn", [one.out, one.in], row.id);
  }
}
