import type { CommandCtx, Org, StaffMember } from "../src/context.ts";
import { headcountRule } from "../src/offer/headcount.ts";
import { approvePolicy } from "../src/policy/approve.ts";
import { draftPolicy } from "../src/policy/draft.ts";
import { proposePolicy } from "../src/policy/propose.ts";
import type { DraftPolicyInput, PolicyVersionView, PolicyView } from "../src/policy/schemas.ts";
import type { Cast } from "./made-org.ts";
import { command, type Harness } from "./harness.ts";

export type PolicyWorld = { harness: Harness; org: Org; cast: Cast };

/** Openings of a job, none of them free. */
export const FULL = { open: 0, reserved: 1, filled: 1, held: 0, beyond: 0, asked: 0 };

/** A second admin: policies are set by two. */
export const otherAdmin = (cast: Cast): StaffMember => ({ ...cast.manager, roles: ["admin"] });

/** A draft that has no one's offers beyond headcount refused, but a requisition raised. */
export function draftInput(over: Partial<DraftPolicyInput> = {}): DraftPolicyInput {
  return {
    versionId: null,
    rule: headcountRule.name,
    segment: { region: null, experiment: null, client: null, network: null },
    kind: "flow",
    parameters: { marginPercent: 50 },
    ends: false,
    effectiveFrom: null,
    effectiveTo: null,
    reason: "We grow faster than finance plans.",
    ...over,
  };
}

/** The newest version of a policy. */
export function newestOf(view: PolicyView): PolicyVersionView {
  const [version] = view.versions;
  if (version === undefined) throw new Error("The policy has no version.");
  return version;
}

/** Drafts a policy as an admin. */
export async function draftAs(
  { harness, org, cast }: PolicyWorld,
  input: Partial<DraftPolicyInput> = {},
): Promise<PolicyVersionView> {
  const view = await command(
    harness,
    org,
    cast.admin,
    "policy.draft",
    draftPolicy,
    draftInput(input),
  );
  return newestOf(view);
}

/** Drafts a policy and has it proposed. */
export async function proposedPolicy(
  world: PolicyWorld,
  input: Partial<DraftPolicyInput> = {},
): Promise<string> {
  const { harness, org, cast } = world;
  const { id: versionId } = await draftAs(world, input);
  await command(harness, org, cast.admin, "policy.propose", proposePolicy, { versionId });
  return versionId;
}

/** Has a proposed version approved by the second admin. */
export async function approveAs(
  { harness, org, cast }: PolicyWorld,
  versionId: string,
): Promise<PolicyVersionView> {
  const view = await command(harness, org, otherAdmin(cast), "policy.approve", approvePolicy, {
    versionId,
  });
  return newestOf(view);
}

/** Sets a policy: drafted, proposed and approved. */
export async function setPolicy(
  world: PolicyWorld,
  input: Partial<DraftPolicyInput> = {},
): Promise<PolicyVersionView> {
  return approveAs(world, await proposedPolicy(world, input));
}

/** A command that asks the headcount rule and does nothing else; answers with the effects. */
export function askHeadcount(
  { harness, org, cast }: PolicyWorld,
  about: { facts?: typeof FULL; regions?: string[]; actor?: StaffMember; key?: string } = {},
): Promise<string[]> {
  const asked = { facts: about.facts ?? FULL, regions: about.regions ?? [] };
  return command(
    harness,
    org,
    about.actor ?? cast.admin,
    "organization.updateSettings",
    async (ctx: CommandCtx, input: typeof asked) => {
      const effects = ctx.policy.judge(headcountRule, input.facts, { regions: input.regions });
      ctx.audit({ subject: { kind: "organization", id: org.id } });
      return effects.map(({ effect, facts }) => `${effect} ${facts.seats}`);
    },
    asked,
  );
}
