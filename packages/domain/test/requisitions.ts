import { newId } from "@rubric/db";
import { opening, requisition, requisitionApprover, requisitionGroup } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Member } from "../src/context.ts";
import { insertRequisition } from "../src/requisition/raise.ts";
import type { World } from "./deciding.ts";
import type { Rows } from "./made-org.ts";

type Made = {
  state?: (typeof requisition.$inferSelect)["state"];
  seats?: number;
  jobId?: string | null;
  author: Member;
  /** One group each, of which one approves. */
  approvers: readonly Member[];
  offerId?: string | null;
};

/** A requisition as rows; an approved one of a job with its openings. */
export async function makeRequisition(
  world: Pick<World, "org" | "made"> & { harness: Rows },
  made: Made,
): Promise<string> {
  const { harness, org } = world;
  const { state = "draft", seats = 2, jobId = world.made.jobId, approvers } = made;
  const at = new Date();
  const orgId = org.id;
  return harness.within(orgId, async (tx) => {
    const row = await insertRequisition(
      { tx, org, clock: at },
      {
        title: "Backend Engineer",
        frameworkId: world.made.frameworkId,
        levelKey: "senior",
        locations: ["DE-BE"],
        seats,
        payMinMinor: 6_000_000,
        payMaxMinor: 8_000_000,
        payCurrency: "EUR",
        reason: "The team takes on payouts.",
        jobId,
        offerId: made.offerId ?? null,
        authorId: made.author.memberId,
        state,
        approvalRound: 1,
      },
    );
    const of = { orgId, requisitionId: row.id, round: 1 };
    for (const [position, one] of approvers.entries()) {
      await tx
        .insert(requisitionGroup)
        .values({ ...of, position, name: `Group ${position + 1}`, approvals: 1 });
      await tx.insert(requisitionApprover).values({ ...of, position, memberId: one.memberId });
    }
    if (state === "approved" && jobId !== null) {
      const before = await tx
        .select({ number: opening.number })
        .from(opening)
        .where(and(eq(opening.orgId, orgId), eq(opening.jobId, jobId)));
      await tx.insert(opening).values(
        Array.from({ length: seats }, (_, index) => ({
          orgId,
          id: newId(),
          jobId,
          number: before.length + index + 1,
          state: "open" as const,
          requisitionId: row.id,
          createdAt: at,
        })),
      );
    }
    return row.id;
  });
}

/** The requisitions of the world's job by number. */
export async function requisitionsNow({ harness, org, made }: World) {
  return harness.within(org.id, (tx) =>
    tx
      .select()
      .from(requisition)
      .where(and(eq(requisition.orgId, org.id), eq(requisition.jobId, made.jobId)))
      .orderBy(asc(requisition.number)),
  );
}

/** The openings of the world's job by number, with their requisitions. */
export async function openingsNow({ harness, org, made }: World) {
  return harness.within(org.id, (tx) =>
    tx
      .select({
        state: opening.state,
        offerId: opening.offerId,
        requisitionId: opening.requisitionId,
      })
      .from(opening)
      .where(and(eq(opening.orgId, org.id), eq(opening.jobId, made.jobId)))
      .orderBy(asc(opening.number)),
  );
}
