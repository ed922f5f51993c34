import { framework } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import {
  approveRequisition,
  draftRequisition,
  requestRequisition,
} from "@rubric/domain/requisition";
import type { DraftRequisitionInput, RequisitionView } from "@rubric/domain/requisition/schemas";
import type { World } from "./journey.ts";
import { withinOrg } from "./organization.ts";

type Company = Pick<World, "db" | "org" | "acting">;
type Asked = Omit<DraftRequisitionInput, "requisitionId" | "frameworkId">;

const HOUR = 3_600_000;

/** Asks for a requisition: its first group has it to approve now. */
export async function askRequisition(
  { db, org, acting }: Company,
  author: Member,
  at: Date,
  asked: Asked,
): Promise<RequisitionView> {
  const [known] = await withinOrg(db, org.id, (tx) => tx.select().from(framework).limit(1));
  const { id: requisitionId } = await acting.act(
    author,
    at,
    "requisition.draft",
    draftRequisition,
    { ...asked, requisitionId: null, frameworkId: known?.id ?? "" },
  );
  const asking = new Date(at.getTime() + HOUR / 4);
  return acting.act(author, asking, "requisition.request", requestRequisition, { requisitionId });
}

/** One that was approved for a job, and one that waits for its first group, without a job yet. */
export async function demoRequisitions(
  world: Company,
  people: { manager: Member; recruiter: Member; finance: Member; head: Member },
  of: { jobId: string; approvedAt: Date; askedAt: Date },
): Promise<void> {
  const { manager, recruiter, finance, head } = people;
  const groups = [
    { name: "Finance", approvals: 1, memberIds: [finance.memberId] },
    { name: "Head of engineering", approvals: 1, memberIds: [head.memberId] },
  ];
  const { id: requisitionId } = await askRequisition(world, manager, of.approvedAt, {
    jobId: of.jobId,
    title: "Backend Engineer",
    levelKey: "engineer",
    locations: ["DE-BE", "PT"],
    seats: 1,
    band: { minMinor: 5_600_000, maxMinor: 7_200_000, currency: "EUR" },
    reason: "Instant payouts go live in two more countries in spring.",
    groups,
  });
  for (const [turn, one] of [finance, head].entries()) {
    const at = new Date(of.approvedAt.getTime() + (turn + 1) * 2 * HOUR);
    await world.acting.act(one, at, "requisition.approve", approveRequisition, { requisitionId });
  }
  await askRequisition(world, recruiter, of.askedAt, {
    jobId: null,
    title: "Staff Backend Engineer, Data",
    levelKey: "staff",
    locations: ["DE-BE"],
    seats: 1,
    band: { minMinor: 9_000_000, maxMinor: 11_500_000, currency: "EUR" },
    reason: "Two teams share one warehouse, and nobody owns it.",
    groups,
  });
}
