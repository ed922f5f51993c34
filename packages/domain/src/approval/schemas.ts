import { z } from "zod";
import { Why } from "../why.ts";
import { Id, Instant, line, reason } from "../wire.ts";

const Member = z.strictObject({
  memberId: Id,
  /** Who approves in their place where they may not. */
  standInId: Id.nullable(),
});

/** Groups are asked one after the other; each is done with so many approvals of its members. */
const Group = z.strictObject({
  name: line(80),
  /** At most as many as it has members. */
  approvals: z.int().min(1, "At least one.").max(20, "At most 20."),
  members: z.array(Member).min(1, "Name at least one member.").max(50),
});

export const ShowFlowInput = z.strictObject({});
export const ShowJobFlowInput = z.strictObject({ jobId: Id });
export const SaveFlowInput = z.strictObject({
  /** None: the approver whom an offer names. */
  groups: z.array(Group).max(10, "At most 10 groups."),
  /** The number of the version that was changed; 0 for the first. */
  previous: z.int().min(0),
  reason: reason(),
});
export type SaveFlowInput = z.infer<typeof SaveFlowInput>;
/** A job's own flow goes before the organization's; without a group the organization's holds. */
export const SaveJobFlowInput = SaveFlowInput.extend({ jobId: Id });

const Person = z.object({ id: Id, name: z.string(), active: z.boolean() });
const FlowVersion = z.object({
  number: z.int(),
  groups: z.array(
    z.object({
      name: z.string(),
      approvals: z.int(),
      members: z.array(z.object({ member: Person, standIn: Person.nullable() })),
    }),
  ),
  reason: z.string(),
  author: z.string(),
  createdAt: Instant,
});

export const FlowView = z.object({
  /** The job's own versions, or the organization's; the newest first. */
  versions: z.array(FlowVersion),
  /** The organization's, which holds where a job names no group; null: there is none, or it is this one. */
  organization: FlowVersion.nullable(),
  may: z.object({ save: Why.nullable() }),
});
export type FlowView = z.infer<typeof FlowView>;
