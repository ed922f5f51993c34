import type { Reader } from "@rubric/db";
import { checkIn, member, organizationSettings } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { type Denial, deny, explain } from "../errors.ts";
import { dayIn } from "../job/access.ts";
import { toInstant } from "../wire.ts";
import { whyNotRecord, whyNotReply } from "./rules.ts";
import type { CheckInView } from "./schemas.ts";

type At = { read: Reader; org: { id: string } };
export type CheckInRow = typeof checkIn.$inferSelect;

/** The day that it is now where the organization is. */
export async function todayOf({ read, org, clock }: At & { clock: Date }): Promise<string> {
  const [row] = await read
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, org.id));
  return dayIn(row?.timeZone ?? "UTC", clock);
}

/** A member's check-ins with who answered, the newest week first. */
export async function checkInsOf({ read, org }: At, memberId: string) {
  return read
    .select({ row: checkIn, replier: member.name })
    .from(checkIn)
    .leftJoin(member, and(eq(member.orgId, checkIn.orgId), eq(member.id, checkIn.repliedBy)))
    .where(and(eq(checkIn.orgId, org.id), eq(checkIn.memberId, memberId)))
    .orderBy(desc(checkIn.week));
}

/** A check-in as one of its two people sees it. */
export function checkInView(
  ctx: Pick<ReadCtx, "duties" | "limits">,
  { row, replier }: { row: CheckInRow; replier: string | null },
  today: string,
): CheckInView {
  const own = ctx.duties.has("engineer_self");
  const answered = row.repliedAt !== null;
  const { week, revision } = row;
  const why = (by: "person" | "manager", denial: Denial | null) => {
    const barred = own === (by === "person") ? denial : deny("FORBIDDEN", { by });
    return barred && explain(barred);
  };
  return {
    id: row.id,
    week,
    done: row.done,
    blocked: row.blocked,
    confidence: row.confidence,
    hours: row.hours,
    revision,
    recordedAt: toInstant(row.recordedAt),
    reply:
      row.repliedAt === null
        ? null
        : { by: replier ?? "", at: toInstant(row.repliedAt), text: row.reply },
    may: {
      record: why("person", whyNotRecord({ week, today, answered }, ctx.limits)),
      reply: why("manager", whyNotReply({ revision, answered }, revision)),
    },
  };
}
