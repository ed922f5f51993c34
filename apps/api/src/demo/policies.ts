import { policyTrial } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import { createJob } from "@rubric/domain/job";
import {
  approvePolicy,
  draftPolicy,
  proposePolicy,
  runTrial,
  startShadow,
  tryPolicy,
} from "@rubric/domain/policy";
import type { DraftPolicyInput } from "@rubric/domain/policy/schemas";
import { and, desc, eq } from "drizzle-orm";
import { refused } from "./acting.ts";
import { after, type World } from "./journey.ts";
import { frameworkIdOf, withinOrg } from "./organization.ts";

type Admins = { author: Member; approver: Member };
type Said = Pick<DraftPolicyInput, "rule" | "kind" | "parameters" | "reason"> & {
  region?: string;
};

/** What the organization set before its first job: two rules for everybody, two for a region. */
const AT_FIRST: readonly Said[] = [
  {
    rule: "baseline.notice",
    kind: "flow",
    parameters: { said: true },
    reason: "Whoever is hired should begin with what their interviews showed, and know it before.",
  },
  {
    rule: "application.rejectionDelay",
    kind: "flow",
    parameters: { minutes: 120 },
    reason: "An hour is short for noticing that it was the wrong application.",
  },
  {
    rule: "requisition.required",
    region: "US",
    kind: "validation",
    parameters: { required: true },
    reason: "Nobody is hired in the States before Finance has agreed to an entity there.",
  },
  {
    rule: "interview.load",
    region: "EU",
    kind: "validation",
    parameters: { perWeek: 18 },
    reason: "Agreed with the works council: whoever interviews every day does nothing else.",
  },
  {
    rule: "feedback.allowed",
    region: "EU",
    kind: "validation",
    parameters: { given: true, askDays: 60 },
    reason: "Who gave us an afternoon may hear what would have shown more.",
  },
];

/** Judged beside the one that binds, so that two weeks of it can be looked at. */
const SHADOWED: Said = {
  rule: "interview.load",
  region: "DE",
  kind: "flow",
  parameters: { perWeek: 6 },
  reason: "Would the load spread by itself if the seventh interview of a week went to the next?",
};

/** Takes the place of the first one of its rule. */
const LATER: Said = {
  rule: "application.rejectionDelay",
  kind: "flow",
  parameters: { minutes: 240 },
  reason: "Twice a rejection was taken back in the third hour; four hours do no harm.",
};

/** Not proposed yet: it was tried on what happened so far. */
const TRIED: Said = {
  rule: "deadline.scorecard",
  kind: "flow",
  parameters: { hours: 48 },
  reason: "Part-time interviewers asked for a second day.",
};

/** The policies in force when the demo's jobs begin, and the one that is in shadow from then on. */
export async function firstPolicies(world: World, by: Admins, at: Date): Promise<void> {
  for (const [turn, said] of AT_FIRST.entries())
    await approved(world, by, after(at, turn * 9), said);
  const since = after(at, AT_FIRST.length * 9);
  const versionId = await drafted(world, by.author, since, SHADOWED);
  const shadow = { versionId };
  await world.acting.act(by.author, after(since, 3), "policy.startShadow", startShadow, shadow);
}

/** A later version of a policy that there is. */
export async function laterPolicy(world: World, by: Admins, at: Date): Promise<void> {
  await approved(world, by, at, LATER);
}

/** Somebody begins a job in a region whose policy refuses it. */
export async function refusedJob(
  world: World,
  people: { recruiter: Member; manager: Member },
  at: Date,
): Promise<void> {
  const { acting, db, org } = world;
  await refused(acting, people.recruiter, at, "job.create", createJob, {
    title: "Backend Engineer, Austin",
    team: "Payouts",
    levelKey: "engineer",
    employmentType: "full_time",
    locations: ["US-TX"],
    confidential: false,
    recruiterDecides: false,
    frameworkId: await frameworkIdOf(db, org.id),
    recruiterId: people.recruiter.memberId,
    managerId: people.manager.memberId,
    openings: 1,
  });
}

/** A draft whose trial has gone through the whole history. */
export async function triedPolicy(world: World, author: Member, at: Date): Promise<void> {
  const { acting, db, org } = world;
  const versionId = await drafted(world, author, at, TRIED);
  await acting.act(author, after(at, 4), "policy.try", tryPolicy, { versionId });
  const [trial] = await withinOrg(db, org.id, (tx) =>
    tx
      .select({ id: policyTrial.id })
      .from(policyTrial)
      .where(and(eq(policyTrial.orgId, org.id), eq(policyTrial.versionId, versionId)))
      .orderBy(desc(policyTrial.id)),
  );
  if (trial === undefined) throw new Error("The trial was not begun.");
  await runTrial(acting.depsAt(after(at, 5)), org.id, trial.id);
}

async function approved(world: World, by: Admins, at: Date, said: Said): Promise<void> {
  const { acting } = world;
  const version = { versionId: await drafted(world, by.author, at, said) };
  await acting.act(by.author, after(at, 3), "policy.propose", proposePolicy, version);
  await acting.act(by.approver, after(at, 6), "policy.approve", approvePolicy, version);
}

async function drafted({ acting }: World, author: Member, at: Date, said: Said): Promise<string> {
  const { region = null, ...content } = said;
  const view = await acting.act(author, at, "policy.draft", draftPolicy, {
    ...content,
    versionId: null,
    segment: { region, experiment: null, client: null, network: null },
    ends: false,
    effectiveFrom: null,
    effectiveTo: null,
  });
  const draft = view.versions.find((one) => one.state === "draft");
  if (draft === undefined) throw new Error(`${said.rule} has no draft.`);
  return draft.id;
}
