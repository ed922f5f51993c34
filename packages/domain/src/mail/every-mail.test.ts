import { newId } from "@rubric/db";
import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg, type MadeJob } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { linksOf, mailSubjects } from "../../test/mail-subjects.ts";
import type { Org } from "../context.ts";
import { tokenHash } from "../identity/tokens.ts";
import { LIMITS } from "../limits.ts";
import { takeMail, writeAccountMail } from "./deliver.ts";
import { queueMail, type QueuedMail } from "./queue-mail.ts";
import { TEMPLATES } from "./templates/index.ts";

const harness = useHarness();
const publicUrl = "https://rubric.test";
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const deps = () => ({ db: harness.connection.db, limits: LIMITS, publicUrl });

async function queued(letter: QueuedMail): Promise<string> {
  return harness.within(org.id, (tx) =>
    queueMail({ tx, org, clock: new Date(), enqueue: async () => {} }, letter),
  );
}

const subjects = () => mailSubjects({ harness, org, cast, made });

describe("every e-mail", () => {
  it("is written by its template, with a subject and a link", async () => {
    const of = await subjects();
    const { applicationId, candidateId, interviewId, scorecardId, invitedId, messageId, offers } =
      of;
    const { endpointId, deadlineId } = of;
    const about: Record<string, { to: "candidate" | "member"; id: string; subjectId: string }> = {};
    const names = Object.keys(TEMPLATES);
    for (const name of names) {
      const [feature = ""] = name.split(".");
      const toCandidate = { to: "candidate" as const, id: candidateId };
      if (name === "application.message") about[name] = { ...toCandidate, subjectId: messageId };
      else if (name === "interview.passedOn") {
        const id = cast.second.memberId;
        about[name] = { to: "member", id, subjectId: interviewId };
      } else if (feature === "requisition") {
        const { pending, approved, cancelled } = of.requisitions;
        const subjectId = name.endsWith("approved")
          ? approved
          : name.endsWith("cancelled")
            ? cancelled
            : pending;
        about[name] = { to: "member", id: cast.recruiter.memberId, subjectId };
      } else if (feature === "interview") about[name] = { ...toCandidate, subjectId: interviewId };
      else if (feature === "scorecard") {
        const id = cast.interviewer.memberId;
        about[name] = { to: "member", id, subjectId: scorecardId };
      } else if (feature === "organization") {
        about[name] = { to: "member", id: invitedId, subjectId: invitedId };
      } else if (feature === "deadline") {
        about[name] = { to: "member", id: cast.recruiter.memberId, subjectId: deadlineId };
      } else if (feature === "review") {
        const { open, closed } = of.reviews;
        about[name] = {
          to: "member",
          id: invitedId,
          subjectId: name.endsWith("closed") ? closed : open,
        };
      } else if (feature === "plan") {
        about[name] = { to: "member", id: invitedId, subjectId: of.planId };
      } else if (feature === "record") {
        about[name] = { to: "member", id: of.leftId, subjectId: of.leftId };
      } else if (feature === "webhook") {
        about[name] = { to: "member", id: cast.admin.memberId, subjectId: endpointId };
      } else if (feature === "offer") {
        const wanted: Record<string, string> = {
          "offer.approvalAsked": "pending",
          "offer.approved": "approved",
          "offer.exceptionAsked": "pending",
          "offer.exceptionAnswered": "approved",
          "offer.expired": "expired",
          "offer.answered": "declined",
        };
        const subjectId = offers[wanted[name] ?? "sent"] ?? "";
        const member = { to: "member" as const, id: cast.recruiter.memberId };
        const mine = /sent$|withdrawn|expired/.test(name) ? toCandidate : member;
        about[name] = { ...mine, subjectId };
      } else about[name] = { ...toCandidate, subjectId: applicationId };
    }
    const silent: string[] = [];
    for (const name of names) {
      const { to, id, subjectId } = about[name] ?? { to: "member", id: "", subjectId: "" };
      const row = await queued({
        template: "candidate.applied",
        recipient: to,
        recipientId: id,
        subjectId,
      });
      await harness.within(org.id, (tx) =>
        tx
          .update(mail)
          .set({ template: name })
          .where(and(eq(mail.orgId, org.id), eq(mail.id, row))),
      );
      const taken = await takeMail(deps(), { orgId: org.id, id: row });
      if (taken === null) silent.push(name);
      else {
        expect(taken.mail.subject.length, name).toBeGreaterThan(5);
        expect(taken.mail.text, name).toContain("Hello");
        expect(taken.mail.html, name).not.toContain("<script>");
        expect(taken.mail.text, name).not.toMatch(/undefined|\[object|NaN/);
      }
    }
    expect(silent.toSorted()).toEqual([
      "application.onHold",
      "application.rejected",
      // Written where an invitation waits at another address: see baseline/hired.test.ts.
      "candidate.invitedElsewhere",
      "interview.proposed",
      "job.onHold",
      // Written once the notice is kept: see retention/notice.test.ts.
      "retention.notice",
    ]);
  });
});

describe("e-mails about an account", () => {
  it("reset a password by a link that works for some hours", async () => {
    const { accountId } = cast.engineer;
    const written = await writeAccountMail(deps(), "reset", accountId);
    const token = /\/reset\/([a-z0-9]+)/.exec(written?.text ?? "")?.[1] ?? "";
    const [kept] = await linksOf(harness, accountId);
    expect(kept).toMatchObject({
      tokenHash: tokenHash(token),
      kind: "password_reset",
      orgId: null,
    });
  });

  it("tell of a changed password without any secret, and nobody of an unknown account", async () => {
    const written = await writeAccountMail(deps(), "passwordChanged", cast.second.accountId);
    expect(written?.text).toContain("https://rubric.test/sign-in");
    expect(await writeAccountMail(deps(), "reset", newId())).toBeNull();
  });
});
