import type { Reader } from "@rubric/db";
import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { refuse } from "../errors.ts";
import type { TeamSeatFacts } from "./rules.ts";

type Seat = Pick<TeamSeatFacts, "memberId" | "duty">;

/** The seats of a team with what the rules ask of their members; NOT_FOUND for an unknown member. */
export async function seatsFor(
  read: Reader,
  orgId: string,
  seats: readonly Seat[],
): Promise<TeamSeatFacts[]> {
  const rows = await read
    .select({ id: member.id, name: member.name, state: member.state, roles: member.roles })
    .from(member)
    .where(
      and(
        eq(member.orgId, orgId),
        eq(member.kind, "person"),
        inArray(
          member.id,
          seats.map((seat) => seat.memberId),
        ),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const distinct = new Map(seats.map((seat) => [`${seat.memberId} ${seat.duty}`, seat]));
  return [...distinct.values()].map((seat) => {
    const row = byId.get(seat.memberId);
    if (row === undefined) return refuse("NOT_FOUND", {});
    return { ...seat, name: row.name, active: row.state === "active", roles: row.roles };
  });
}
