import type { DraftRequisitionInput, RequisitionView } from "@rubric/domain/requisition/schemas";
import { z } from "zod";
import { isAmount, toMajor, toMinor } from "../../ui/minor-units.ts";

const Amount = z.union([z.number(), z.string()]);

/** A group as it is typed. */
const GroupValues = z.object({
  name: z.string(),
  memberIds: z.array(z.string()),
  approvals: Amount,
});
type GroupValues = z.infer<typeof GroupValues>;

/** A requisition as it is typed: the band in whole units of its currency. */
export const RequisitionValues = z.object({
  jobId: z.string().nullable(),
  title: z.string(),
  frameworkId: z.string(),
  levelKey: z.string(),
  locations: z.array(z.string()),
  seats: Amount,
  payMin: Amount,
  payMax: Amount,
  currency: z.string(),
  reason: z.string(),
  groups: z.array(GroupValues),
});
export type RequisitionValues = z.infer<typeof RequisitionValues>;

/** The group that a requisition starts with. */
export const GROUP: GroupValues = { name: "Approval", memberIds: [], approvals: 1 };

/** What the form starts with. */
export function valuesOf(
  draft: RequisitionView | null,
  first: { frameworkId: string; levelKey: string },
): RequisitionValues {
  const currency = draft?.band?.currency ?? "EUR";
  return {
    jobId: draft?.job?.id ?? null,
    title: draft?.title ?? "",
    frameworkId: draft?.frameworkId ?? first.frameworkId,
    levelKey: draft?.levelKey ?? first.levelKey,
    locations: draft?.locations ?? [],
    seats: draft?.seats ?? 1,
    payMin: draft?.band == null ? "" : toMajor(draft.band.minMinor, currency),
    payMax: draft?.band == null ? "" : toMajor(draft.band.maxMinor, currency),
    currency,
    reason: draft?.reason ?? "",
    groups:
      draft === null || draft.groups.length === 0
        ? [GROUP]
        : draft.groups.map(({ name, approvals, members }) => ({
            name,
            approvals,
            memberIds: members.map((one) => one.id),
          })),
  };
}

/** What would be lost by keeping a requisition as it is typed; null where nothing would. */
export function whatIsHalf({ payMin, payMax, groups }: RequisitionValues): string | null {
  if (isAmount(payMin) !== isAmount(payMax)) return "Say both ends of the band, or neither.";
  const at = groups.findIndex((group) => group.memberIds.length === 0);
  if (at === -1 || (groups.length === 1 && isUntouched(groups[0]))) return null;
  return `Name somebody in group ${at + 1}, or remove it.`;
}

function isUntouched(group: GroupValues | undefined): boolean {
  return group?.name === GROUP.name && group.approvals === GROUP.approvals;
}

/** What is sent; the one group that a requisition starts with is left out while it names nobody. */
export function inputOf(
  values: RequisitionValues,
  requisitionId: string | null,
): DraftRequisitionInput {
  const { payMin, payMax, currency, seats, groups, title, ...rest } = values;
  const minor = (amount: number | string) =>
    isAmount(amount) ? toMinor(Number(amount), currency) : null;
  const [minMinor, maxMinor] = [minor(payMin), minor(payMax)];
  return {
    ...rest,
    requisitionId,
    // Of a job its own title holds.
    title: values.jobId === null ? title : "As the job",
    seats: Number(seats),
    band: minMinor === null || maxMinor === null ? null : { minMinor, maxMinor, currency },
    groups: groups
      .filter((group) => group.memberIds.length > 0)
      .map((group) => ({ ...group, approvals: Number(group.approvals) })),
  };
}
