import type { DraftRequisitionInput, RequisitionView } from "@rubric/domain/requisition/schemas";

/** A group as it is typed. */
interface GroupValues {
  name: string;
  memberIds: string[];
  approvals: number | string;
}

/** A requisition as it is typed: the band in whole units of its currency. */
export interface RequisitionValues {
  jobId: string | null;
  title: string;
  frameworkId: string;
  levelKey: string;
  locations: string[];
  seats: number | string;
  payMin: number | string;
  payMax: number | string;
  currency: string;
  reason: string;
  groups: GroupValues[];
}

const GROUP: GroupValues = { name: "Approval", memberIds: [], approvals: 1 };

/** What the form starts with. */
export function valuesOf(
  draft: RequisitionView | null,
  first: { frameworkId: string; levelKey: string },
): RequisitionValues {
  const currency = draft?.band?.currency ?? "EUR";
  const unit = unitOf(currency);
  return {
    jobId: draft?.job?.id ?? null,
    title: draft?.title ?? "",
    frameworkId: draft?.frameworkId ?? first.frameworkId,
    levelKey: draft?.levelKey ?? first.levelKey,
    locations: draft?.locations ?? [],
    seats: draft?.seats ?? 1,
    payMin: draft?.band == null ? "" : draft.band.minMinor / unit,
    payMax: draft?.band == null ? "" : draft.band.maxMinor / unit,
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

/** What is sent; a group that names nobody is left out. */
export function inputOf(
  values: RequisitionValues,
  requisitionId: string | null,
): DraftRequisitionInput {
  const { payMin, payMax, currency, seats, groups, title, ...rest } = values;
  const unit = unitOf(currency);
  const minor = (amount: number | string) =>
    amount === "" ? null : Math.round(Number(amount) * unit);
  const [minMinor, maxMinor] = [minor(payMin), minor(payMax)];
  return {
    ...rest,
    requisitionId,
    // Of a job its own title holds.
    title: title.trim() === "" && values.jobId !== null ? "As the job" : title,
    seats: Number(seats),
    band: minMinor === null || maxMinor === null ? null : { minMinor, maxMinor, currency },
    groups: groups
      .filter((group) => group.memberIds.length > 0)
      .map((group) => ({ ...group, approvals: Number(group.approvals) })),
  };
}

function unitOf(currency: string): number {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}
