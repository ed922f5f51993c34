import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { settled } from "../../test/at-once.ts";
import type { World } from "../../test/deciding.ts";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { underPolicy } from "../../test/in-force.ts";
import { makeRequisition, openingsNow } from "../../test/requisitions.ts";
import type { Member, Org } from "../context.ts";
import { showHome } from "../home/show.ts";
import { addOpening } from "../job/add-opening.ts";
import { closeOpening } from "../job/close-opening.ts";
import { createJob } from "../job/create.ts";
import { showJob } from "../job/show.ts";
import { approveRequisition } from "./approve.ts";
import { cancelRequisition } from "./cancel.ts";
import { draftRequisition } from "./draft.ts";
import { holdRequisition } from "./hold.ts";
import { listRequisitions } from "./list.ts";
import { requestRequisition } from "./request.ts";
import { requisitionRequiredRule } from "./required.ts";
import { resumeRequisition } from "./resume.ts";
import type { DraftRequisitionInput } from "./schemas.ts";
import { sendBackRequisition } from "./send-back.ts";
import { showRequisition } from "./show.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let world: World;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

async function fresh(): Promise<World> {
  const made = await makeJob(harness, { org, cast }, { openings: 0 });
  world = { harness, org, cast, made };
  return world;
}

const terms = (changed: Partial<DraftRequisitionInput> = {}): DraftRequisitionInput => ({
  requisitionId: null,
  jobId: world.made.jobId,
  title: "Payouts engineer",
  frameworkId: world.made.frameworkId,
  levelKey: "senior",
  locations: ["DE-BE"],
  seats: 2,
  band: { minMinor: 6_000_000, maxMinor: 8_000_000, currency: "EUR" },
  reason: "The team takes on payouts.",
  groups: [
    { name: "Finance", approvals: 1, memberIds: [cast.approver.memberId, cast.admin.memberId] },
    { name: "Board", approvals: 1, memberIds: [cast.engineer.memberId] },
  ],
  ...changed,
});
const draft = (input: DraftRequisitionInput, by: Member = cast.recruiter) =>
  command(harness, org, by, "requisition.draft", draftRequisition, input);
const request = (requisitionId: string, by: Member = cast.recruiter) =>
  command(harness, org, by, "requisition.request", requestRequisition, { requisitionId });
const approve = (by: Member, requisitionId: string) =>
  command(harness, org, by, "requisition.approve", approveRequisition, { requisitionId });
const show = (by: Member, requisitionId: string) =>
  query(harness, org, by, "requisition.show", showRequisition, { requisitionId });
const list = (by: Member) =>
  query(harness, org, by, "requisition.list", listRequisitions, { states: [] });
const REASONED = {
  hold: ["requisition.hold", holdRequisition],
  resume: ["requisition.resume", resumeRequisition],
  cancel: ["requisition.cancel", cancelRequisition],
  sendBack: ["requisition.sendBack", sendBackRequisition],
} as const;
const reasoned = (by: Member, requisitionId: string, verb: keyof typeof REASONED) => {
  const [permission, run] = REASONED[verb];
  return command(harness, org, by, permission, run, { requisitionId, reason: "As was agreed." });
};
const approved = async (seats: number, jobId: string | null = world.made.jobId) =>
  makeRequisition(world, {
    state: "approved",
    seats,
    jobId,
    author: cast.manager,
    approvers: [cast.approver],
  });

describe("law 9: a requisition", () => {
  it("is written, asked for, and approved group after group; its openings are there then", async () => {
    await fresh();
    const written = await draft(terms());
    expect(written).toMatchObject({
      state: "draft",
      title: "Backend Engineer",
      level: "Senior",
      openings: [],
      job: { id: world.made.jobId },
    });
    const { id } = written;
    expect((await request(id)).state).toBe("pending");
    expect(await refusal(approve(cast.engineer, id))).toBe("REQUISITION_NOT_IN_TURN");
    const once = await approve(cast.approver, id);
    expect([once.state, once.groups.map((group) => group.inTurn)]).toEqual([
      "pending",
      [false, true],
    ]);
    expect(await refusal(approve(cast.approver, id))).toBe("REQUISITION_APPROVED_ALREADY");
    const done = await approve(cast.engineer, id);
    expect([done.state, done.openings.map((one) => one.state)]).toEqual([
      "approved",
      ["open", "open"],
    ]);
    const seats = await query(harness, org, cast.manager, "job.show", showJob, {
      jobId: world.made.jobId,
    });
    expect(seats.openings.map((one) => one.requisition)).toEqual([
      { id, number: done.number },
      { id, number: done.number },
    ]);
    const told = await harness.within(org.id, (tx) =>
      tx
        .select({ to: mail.recipientId, template: mail.template })
        .from(mail)
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, id))),
    );
    expect(new Set(told.map((one) => `${one.template} ${one.to}`))).toEqual(
      new Set([
        `requisition.approvalAsked ${cast.approver.memberId}`,
        `requisition.approvalAsked ${cast.admin.memberId}`,
        `requisition.approvalAsked ${cast.engineer.memberId}`,
        `requisition.approved ${cast.recruiter.memberId}`,
      ]),
    );
    const trail = (await auditTrail(harness, org.id)).filter((one) => one.subjectId === id);
    expect(trail.map((one) => one.action)).toEqual([
      "requisition.draft",
      "requisition.request",
      "requisition.approve",
      "requisition.approve",
    ]);
  });

  it("is approved once, however many approve at once", async () => {
    await fresh();
    const all = [cast.approver, cast.admin, cast.engineer];
    const groups = [{ name: "Any", approvals: 1, memberIds: all.map((one) => one.memberId) }];
    const { id } = await draft(terms({ groups }));
    await request(id);
    const outcomes = await Promise.all(all.map((one) => settled(() => approve(one, id))));
    expect(outcomes.filter((one) => one === "done")).toHaveLength(1);
    expect(await openingsNow(world)).toHaveLength(2);
  });

  it("needs a place, a band, a reason and somebody to approve it", async () => {
    await fresh();
    const { id } = await draft(terms({ locations: [], band: null, reason: "", groups: [] }));
    const said = await request(id).catch((error: unknown) => error);
    expect(said).toMatchObject({
      denial: {
        code: "REQUISITION_INCOMPLETE",
        facts: { missing: ["a place", "a band", "a reason", "somebody to approve it"] },
      },
    });
    const reversed = { minMinor: 2, maxMinor: 1, currency: "EUR" };
    expect(await refusal(draft(terms({ band: reversed })))).toBe("REQUISITION_BAND");
    expect(await refusal(draft(terms({ requisitionId: id }), cast.manager))).toBe(
      "REQUISITION_NOT_YOURS",
    );
    const group = { name: "Two", approvals: 2, memberIds: [cast.approver.memberId] };
    expect(await refusal(draft(terms({ groups: [group] })))).toBe("REQUISITION_GROUPS");
  });

  it("comes back with a reason, and is asked for anew", async () => {
    await fresh();
    const { id } = await draft(terms());
    await request(id);
    await approve(cast.approver, id);
    const back = await reasoned(cast.engineer, id, "sendBack");
    expect([back.state, back.stateReason]).toEqual(["draft", "As was agreed."]);
    expect(back.groups.flatMap((group) => group.members.map((one) => one.approvedAt))).toEqual([
      null,
      null,
      null,
    ]);
    const home = await query(harness, org, cast.recruiter, "home.show", showHome, {});
    expect(home.requisitions.map((one) => [one.requisitionId, one.kind])).toContainEqual([
      id,
      "sent_back",
    ]);
    await draft(terms({ requisitionId: id, seats: 1 }));
    await request(id);
    const asked = await query(harness, org, cast.approver, "home.show", showHome, {});
    expect(asked.requisitions.map((one) => one.requisitionId)).toContain(id);
    const later = await query(harness, org, cast.engineer, "home.show", showHome, {});
    expect(later.requisitions.map((one) => one.requisitionId)).not.toContain(id);
  });

  it("rests on hold, goes on, and is cancelled with its open openings", async () => {
    await fresh();
    const id = await approved(2);
    expect(await refusal(reasoned(cast.recruiter, id, "hold"))).toBe("FORBIDDEN");
    expect((await reasoned(cast.manager, id, "hold")).state).toBe("on_hold");
    expect(await refusal(reasoned(cast.manager, id, "hold"))).toBe("REQUISITION_STATE");
    expect((await reasoned(cast.admin, id, "resume")).state).toBe("approved");
    const gone = await reasoned(cast.manager, id, "cancel");
    expect([gone.state, gone.openings.map((one) => one.state)]).toEqual([
      "cancelled",
      ["closed", "closed"],
    ]);
    expect(await refusal(reasoned(cast.manager, id, "resume"))).toBe("REQUISITION_STATE");
  });

  it("is fulfilled by the system once its last opening is closed", async () => {
    await fresh();
    const id = await approved(1);
    const { openings } = await show(cast.manager, id);
    await command(harness, org, cast.manager, "job.closeOpening", closeOpening, {
      jobId: world.made.jobId,
      openingId: openings[0]?.id ?? "",
      reason: "One fewer is needed.",
    });
    expect((await show(cast.manager, id)).state).toBe("fulfilled");
    expect(await refusal(reasoned(cast.manager, id, "cancel"))).toBe("REQUISITION_STATE");
  });
});

describe("law 9: where a requisition is required", () => {
  const required = underPolicy(requisitionRequiredRule, "validation", { required: true });
  const create = (requisitionId: string | null) =>
    command(harness, org, cast.manager, "job.create", required(createJob), {
      title: "Payouts engineer",
      team: "Payments",
      levelKey: "senior",
      employmentType: "full_time" as const,
      locations: ["DE-BE"],
      confidential: false,
      recruiterDecides: false,
      frameworkId: world.made.frameworkId,
      recruiterId: cast.recruiter.memberId,
      managerId: null,
      openings: 9,
      requisitionId,
    });

  it("no opening is simply added, and no job made without one", async () => {
    await fresh();
    const { jobId } = world.made;
    const add = required(addOpening);
    expect(
      await refusal(command(harness, org, cast.manager, "job.addOpening", add, { jobId })),
    ).toBe("REQUISITION_REQUIRED");
    await command(harness, org, cast.manager, "job.addOpening", addOpening, { jobId });
    expect(await openingsNow(world)).toHaveLength(1);
    expect(await refusal(create(null))).toBe("REQUISITION_REQUIRED");
  });

  it("a job is made of an approved requisition once, and its seats are the openings", async () => {
    await fresh();
    const waiting = await makeRequisition(world, {
      state: "pending",
      jobId: null,
      author: cast.manager,
      approvers: [cast.approver],
    });
    expect(await refusal(create(waiting))).toBe("REQUISITION_STATE");
    const done = await approve(cast.approver, waiting);
    expect([done.state, done.openings]).toEqual(["approved", []]);
    const outcomes = await Promise.all([1, 2, 3].map(() => settled(() => create(waiting))));
    expect(outcomes.toSorted()).toEqual(["REQUISITION_USED", "REQUISITION_USED", "done"]);
    const view = await show(cast.manager, waiting);
    expect(view.openings.map((one) => one.state)).toEqual(["open", "open"]);
    expect(view.job?.title).toBe("Payouts engineer");
  });
});

describe("law 15: who sees and approves a requisition", () => {
  it("never its author, no auditor, nobody who was not asked", async () => {
    await fresh();
    const own = { name: "Own", approvals: 1, memberIds: [cast.recruiter.memberId] };
    expect(await refusal(draft(terms({ groups: [own] })))).toBe("REQUISITION_OWN_APPROVAL");
    const audit = { name: "Audit", approvals: 1, memberIds: [cast.auditor.memberId] };
    expect(await refusal(draft(terms({ groups: [audit] })))).toBe("REQUISITION_APPROVER_UNFIT");
    const { id } = await draft(terms());
    await request(id);
    expect(await refusal(approve(cast.manager, id))).toBe("FORBIDDEN");
    expect(await refusal(show(cast.interviewer, id))).toBe("FORBIDDEN");
    const ids = async (by: Member) =>
      (await list(by)).requisitions.map((one) => one.id).includes(id);
    expect(await ids(cast.interviewer)).toBe(false);
    expect(await ids(cast.otherRecruiter)).toBe(false);
    for (const one of [cast.recruiter, cast.manager, cast.approver, cast.admin]) {
      expect(await ids(one), one.name).toBe(true);
    }
    const mine = (await list(cast.approver)).requisitions.find((one) => one.id === id);
    expect(mine?.waitsForMe).toBe(true);
  });

  it("hides another organization's", async () => {
    await fresh();
    const { id } = await draft(terms());
    const other = await makeOrg(harness);
    const there = query(harness, other.org, other.cast.admin, "requisition.show", showRequisition, {
      requisitionId: id,
    });
    expect(await refusal(there)).toBe("NOT_FOUND");
  });
});
