import { connect } from "@rubric/db";
import { application, baselineNotice, candidate, mail, member, placement } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { joinAs, makeHired } from "../../test/hired.ts";
import { underPolicy } from "../../test/in-force.ts";
import { ANYONE, instanceCommand, PASSWORD } from "../../test/instance.ts";
import { atOnce, fullPost } from "../../test/jobs.ts";
import { runDueAs } from "../../test/run-due.ts";
import { applyInput, slugOf, storedOf } from "../../test/posts.ts";
import { applyToJob, showPost } from "../candidate/index.ts";
import type { Member, Org, ReadCtx } from "../context.ts";
import { acceptInvitation } from "../identity/index.ts";
import { publishPost } from "../job/publish-post.ts";
import { savePost } from "../job/save-post.ts";
import { LIMITS } from "../limits.ts";
import { takeMail } from "../mail/index.ts";
import { pagesOf } from "../mail/pages.ts";
import { invite, inviteHired, listHired, setEstablishment } from "../organization/index.ts";
import { erase } from "../retention/erase.ts";
import { eraseCandidate } from "../retention/erase-candidate.ts";
import { sendNotice } from "../retention/send-notice.ts";
import { openBaseline, shareBaseline, showBaseline } from "./index.ts";
import { BASELINE_STATEMENT, baselineNoticeRule } from "./notice-rule.ts";

const harness = useHarness();
const publicUrl = "https://rubric.test";
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const saying = underPolicy(baselineNoticeRule, "flow", { said: true });
const hire = () => makeHired(harness, { org, cast, made });
const list = (by: Member = cast.admin) =>
  query(harness, org, by, "organization.listHired", (ctx: ReadCtx) => listHired(ctx), {});
const inviteThem = (applicationId: string, by: Member = cast.admin, email: string | null = null) =>
  command(harness, org, by, "organization.inviteHired", inviteHired, {
    applicationId,
    email,
    title: "Backend Engineer",
    roles: ["engineer"],
    managerId: cast.approver.memberId,
  });

/** Accepts the invitation that was sent last. */
async function accept() {
  const job = harness.jobs.findLast((one) => one.queue === "mail" && one.orgId === org.id);
  const deps = { db: harness.connection.db, limits: LIMITS, publicUrl };
  const taken = await takeMail(deps, { orgId: org.id, id: job?.id ?? "" });
  const path = pagesOf(publicUrl, org.slug).invitation("");
  const token = new RegExp(`${path}([a-z0-9]+)`).exec(taken?.mail.text ?? "")?.[1] ?? "";
  await instanceCommand(harness, ANYONE, "identity.acceptInvitation", acceptInvitation, {
    token,
    name: "Hanna Hired",
    password: PASSWORD,
  });
}

const memberOf = (memberId: string) =>
  harness.within(org.id, async (tx) => {
    const [row] = await tx
      .select()
      .from(member)
      .where(and(eq(member.orgId, org.id), eq(member.id, memberId)));
    const placed = await tx
      .select()
      .from(placement)
      .where(and(eq(placement.orgId, org.id), eq(placement.memberId, memberId)));
    return { row, placed };
  });
const emailOf = (candidateId: string) =>
  harness.within(org.id, async (tx) => {
    const [row] = await tx.select().from(candidate).where(eq(candidate.id, candidateId));
    return row?.email ?? "";
  });
const toldOf = (applicationId: string) =>
  harness.within(org.id, (tx) =>
    tx.select().from(baselineNotice).where(eq(baselineNotice.applicationId, applicationId)),
  );

describe("organization.inviteHired and organization.listHired", () => {
  it("tells the address they applied with where the invitation went, if elsewhere", async () => {
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl };
    const lettersOf = async (recipientId: string) => {
      const rows = await harness.within(org.id, (tx) =>
        tx
          .select({ id: mail.id })
          .from(mail)
          .where(and(eq(mail.orgId, org.id), eq(mail.recipientId, recipientId))),
      );
      const taken = [];
      for (const { id } of rows) taken.push(await takeMail(deps, { orgId: org.id, id }));
      return taken.flatMap((one) => (one === null ? [] : [one.mail]));
    };
    const elsewhere = await hire();
    const work = `hanna-${elsewhere.candidateId}@work.test`;
    await inviteThem(elsewhere.applicationId, cast.admin, work);
    const [letter] = await lettersOf(elsewhere.candidateId);
    expect(letter?.to.address).toBe(await emailOf(elsewhere.candidateId));
    expect(letter?.text).toContain(`The invitation went to ${work}.`);
    const here = await hire();
    await inviteThem(here.applicationId);
    expect(await lettersOf(here.candidateId)).toEqual([]);
  });

  it("ties who accepts to the candidate who was hired, and places them at their hiring level", async () => {
    const { applicationId, candidateId } = await hire();
    expect((await list()).hired.map((one) => one.applicationId)).toContain(applicationId);
    const { id } = await inviteThem(applicationId);
    expect((await memberOf(id)).placed).toEqual([]);
    await accept();
    const { row, placed } = await memberOf(id);
    expect(row).toMatchObject({ candidateId, state: "active", managerId: cast.approver.memberId });
    expect(placed).toMatchObject([{ levelId: made.levelIds[1], placedBy: null }]);
    expect((await list()).hired.map((one) => one.applicationId)).not.toContain(applicationId);
  });

  it("ties who was invited the ordinary way, by the address that they applied with", async () => {
    const { candidateId } = await hire();
    const { id } = await command(harness, org, cast.admin, "organization.invite", invite, {
      email: await emailOf(candidateId),
      name: "Hanna Hired",
      title: "",
      roles: ["engineer"],
    });
    await accept();
    expect((await memberOf(id)).row?.candidateId).toBe(candidateId);
  });

  it("ties nobody to somebody who was not hired", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    expect(await refusal(inviteThem(applicationId))).toBe("NOT_HIRED");
    const { id } = await command(harness, org, cast.admin, "organization.invite", invite, {
      email: await emailOf(candidateId),
      name: "Casey",
      title: "",
      roles: ["engineer"],
    });
    await accept();
    expect(await memberOf(id)).toMatchObject({ row: { candidateId: null }, placed: [] });
  });

  it("invites once, however many do it at once, and by admins alone", async () => {
    const { applicationId } = await hire();
    for (const other of [cast.recruiter, cast.manager, cast.engineer]) {
      expect(await refusal(inviteThem(applicationId, other))).toBe("FORBIDDEN");
      expect(await refusal(list(other))).toBe("FORBIDDEN");
    }
    expect(await atOnce(3, () => inviteThem(applicationId))).toEqual([
      "done",
      "MEMBER_EXISTS",
      "MEMBER_EXISTS",
    ]);
  });

  it("law 12: invites nobody of another organization", async () => {
    const other = await makeOrg(harness);
    const theirs = await makeJob(harness, other);
    const { applicationId } = await makeHired(harness, { ...other, made: theirs });
    expect(await refusal(inviteThem(applicationId))).toBe("NOT_FOUND");
  });
});

describe("organization.setEstablishment", () => {
  it("says where a person works, as an admin alone", async () => {
    const set = (by: Member) =>
      command(harness, org, by, "organization.setEstablishment", setEstablishment, {
        memberId: cast.engineer.memberId,
        establishment: "DE-BE",
      });
    expect((await set(cast.admin)).establishment).toBe("DE-BE");
    expect(await refusal(set(cast.approver))).toBe("FORBIDDEN");
  });
});

describe("law 10: what a candidate was told is kept as they saw it", () => {
  async function published(said: boolean) {
    const job = await makeJob(harness, { org, cast });
    const draft = await command(harness, org, cast.recruiter, "job.savePost", savePost, {
      jobId: job.jobId,
      post: fullPost,
    });
    const postId = draft.posts[0]?.id ?? "";
    await command(
      harness,
      org,
      cast.recruiter,
      "job.publishPost",
      said ? saying(publishPost) : publishPost,
      { jobId: job.jobId, postId },
    );
    return { made: job, jobSlug: slugOf(job), postId };
  }
  const anyone = { kind: "anyone" } as const;
  const answers = [{ key: "start", answer: "In May." }];

  it.each([
    ["says so where a policy does, and keeps it with the application", true],
    ["says nothing where none does, and keeps nothing", false],
  ])("a post %s", async (_, said) => {
    const post = await published(said);
    const page = await query(harness, org, anyone, "candidate.showPost", showPost, {
      slug: org.slug,
      jobSlug: post.jobSlug,
    });
    expect(page.post.privacyNotice.includes(BASELINE_STATEMENT)).toBe(said);
    const input = applyInput(org, post, { answers });
    await command(harness, org, anyone, "candidate.applyToJob", applyToJob, input);
    const [row] = (await storedOf(harness, org, input.email)).applications;
    const told = await toldOf(row?.id ?? "");
    expect(told.map(({ how, text }) => [how, text])).toEqual(
      said ? [["post", BASELINE_STATEMENT]] : [],
    );
  });

  it("a notice to somebody who was added says so too, with its own instant", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    await harness.within(org.id, (tx) =>
      tx.update(application).set({ source: "added" }).where(eq(application.id, applicationId)),
    );
    await command(harness, org, cast.recruiter, "retention.sendNotice", saying(sendNotice), {
      applicationId,
    });
    expect(await toldOf(applicationId)).toMatchObject([{ how: "notice" }]);
  });
});

describe("law 10: an erasure takes the baseline with it", () => {
  it("leaves neither evidence nor remark, and no way back to the candidate", async () => {
    const { candidateId } = await makeHired(
      harness,
      { org, cast, made },
      { words: () => "planted-evidence" },
    );
    const engineer = await joinAs(harness, org, candidateId, cast.approver.memberId);
    const { memberId } = engineer;
    const show = () => query(harness, org, engineer, "baseline.show", showBaseline, { memberId });
    await command(harness, org, engineer, "baseline.open", openBaseline, { memberId });
    await command(harness, org, engineer, "baseline.share", shareBaseline, {
      memberId,
      remark: "planted-remark",
    });
    expect(JSON.stringify(await show())).toMatch(/planted-evidence.*planted-remark/);
    const asked = await command(harness, org, cast.admin, "retention.erase", erase, {
      candidateId,
      reason: "They asked by letter.",
    });
    const retention = connect(harness.database.retentionUrl, { max: 2 });
    await runDueAs(
      { ...harness, deps: { ...harness.deps, db: retention.db } },
      org,
      "retention.eraseCandidate",
      async (ctx) => {
        await eraseCandidate({ ...ctx, audit: () => {} }, { erasureId: asked.id });
        return 1;
      },
    );
    await retention.close();
    const after = await show();
    expect(after).toMatchObject({ none: "not_hired", competencies: [], remark: "", notice: null });
    expect(JSON.stringify(after)).not.toContain("planted");
    expect((await memberOf(memberId)).row?.candidateId).toBeNull();
  });
});
