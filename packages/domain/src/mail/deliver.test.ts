import { candidate, mail, member, scorecard } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { linksOf, mailSubjects } from "../../test/mail-subjects.ts";
import type { Org } from "../context.ts";
import { tokenHash } from "../identity/tokens.ts";
import { LIMITS } from "../limits.ts";
import { settleMail, takeMail } from "./deliver.ts";
import { queueMail, type QueuedMail } from "./queue-mail.ts";

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

async function take(letter: QueuedMail) {
  return takeMail(deps(), { orgId: org.id, id: await queued(letter) });
}

async function stateOf(id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(mail)
      .where(and(eq(mail.orgId, org.id), eq(mail.id, id))),
  );
  return row?.state;
}

const subjects = () => mailSubjects({ harness, org, cast, made });

describe("e-mails", () => {
  it("lead a candidate to their own page by a token that is kept as a hash only", async () => {
    const { candidateId, applicationId } = await makeApplication(harness, org, made);
    const taken = await take({
      template: "candidate.applied",
      recipient: "candidate",
      recipientId: candidateId,
      subjectId: applicationId,
    });
    const token = /\/me\/([a-z0-9]+)/.exec(taken?.mail.text ?? "")?.[1] ?? "";
    expect(token.length).toBeGreaterThanOrEqual(50);
    const links = await linksOf(harness, candidateId);
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({
      tokenHash: tokenHash(token),
      kind: "candidate",
      orgId: org.id,
    });
    expect(links[0]?.days).toBe(LIMITS.candidateLinkDays);
    expect(taken?.mail.to).toEqual({
      name: "Casey Candidate",
      address: `${candidateId}@people.test`,
    });
  });

  it("escape every value in HTML and let none break the subject's line", async () => {
    const { applicationId, candidateId, interviewId } = await subjects();
    await harness.within(org.id, (tx) =>
      tx
        .update(candidate)
        .set({ name: 'Casey"><img src=x onerror=alert(1)>\r\nBcc: all@people.test' })
        .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId))),
    );
    const taken = await take({
      template: "interview.scheduled",
      recipient: "member",
      recipientId: cast.interviewer.memberId,
      subjectId: interviewId,
    });
    expect(taken?.mail.html).not.toContain("<img");
    expect(taken?.mail.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(taken?.mail.subject).not.toMatch(/[\r\n]/);
    const own = await take({
      template: "candidate.applied",
      recipient: "candidate",
      recipientId: candidateId,
      subjectId: applicationId,
    });
    expect(own?.mail.to.name).not.toMatch(/[\r\n]/);
  });

  it("are taken once, and not after they were taken back", async () => {
    const { candidateId, applicationId } = await makeApplication(harness, org, made);
    const letter = {
      template: "candidate.applied",
      recipient: "candidate",
      recipientId: candidateId,
      subjectId: applicationId,
    } as const;
    const back = await queued(letter);
    await harness.within(org.id, (tx) =>
      tx
        .update(mail)
        .set({ state: "taken_back" })
        .where(and(eq(mail.orgId, org.id), eq(mail.id, back), eq(mail.state, "queued"))),
    );
    expect(await takeMail(deps(), { orgId: org.id, id: back })).toBeNull();
    const sent = await queued(letter);
    const job = { orgId: org.id, id: sent };
    expect(await takeMail(deps(), job)).not.toBeNull();
    expect(await stateOf(sent)).toBe("sending");
    expect(await settleMail({ ...deps(), enqueue: async () => {} }, job, "sent")).toBe(true);
    expect(await takeMail(deps(), job)).toBeNull();
    expect(await stateOf(sent)).toBe("sent");
  });

  it("either leave or are taken back, never both, when both happen at once", async () => {
    const { candidateId, applicationId } = await makeApplication(harness, org, made);
    for (let round = 0; round < 10; round += 1) {
      const id = await queued({
        template: "candidate.applied",
        recipient: "candidate",
        recipientId: candidateId,
        subjectId: applicationId,
      });
      const [taken, back] = await Promise.all([
        takeMail(deps(), { orgId: org.id, id }),
        harness.within(org.id, (tx) =>
          tx
            .update(mail)
            .set({ state: "taken_back" })
            .where(and(eq(mail.orgId, org.id), eq(mail.id, id), eq(mail.state, "queued")))
            .returning({ id: mail.id }),
        ),
      ]);
      expect(taken === null).toBe(back.length === 1);
    }
  });

  it("do not go to a disabled member", async () => {
    const { interviewId } = await subjects();
    const { org: other, cast: others } = await makeOrg(harness);
    await harness.within(other.id, (tx) =>
      tx
        .update(member)
        .set({ state: "disabled" })
        .where(and(eq(member.orgId, other.id), eq(member.id, others.interviewer.memberId))),
    );
    const id = await harness.within(other.id, (tx) =>
      queueMail(
        { tx, org: other, clock: new Date(), enqueue: async () => {} },
        {
          template: "interview.cancelled",
          recipient: "member",
          recipientId: others.interviewer.memberId,
          subjectId: interviewId,
        },
      ),
    );
    expect(await takeMail(deps(), { orgId: other.id, id })).toBeNull();
  });

  it("say nothing that is no longer so: a scorecard that is in is not asked for", async () => {
    const { scorecardId } = await subjects();
    const letter = {
      template: "scorecard.owed",
      recipient: "member",
      recipientId: cast.interviewer.memberId,
      subjectId: scorecardId,
    } as const;
    expect(await take(letter)).not.toBeNull();
    await harness.within(org.id, (tx) =>
      tx
        .update(scorecard)
        .set({ state: "submitted" })
        .where(and(eq(scorecard.orgId, org.id), eq(scorecard.id, scorecardId))),
    );
    const id = await queued(letter);
    expect(await takeMail(deps(), { orgId: org.id, id })).toBeNull();
    expect(await stateOf(id)).toBe("taken_back");
  });

  it("carry the calendar file of an interview, to those who come to it", async () => {
    const { interviewId, candidateId } = await subjects();
    for (const [recipient, recipientId] of [
      ["member", cast.interviewer.memberId],
      ["candidate", candidateId],
    ] as const) {
      const taken = await take({
        template: "interview.scheduled",
        recipient,
        recipientId,
        subjectId: interviewId,
      });
      expect(taken?.mail.ics).toMatchObject({ method: "REQUEST" });
      expect(taken?.mail.ics?.content).toContain("DTSTART:20300305T130000Z");
      expect(taken?.mail.text).toContain("Tuesday, 5 March 2030 at 13:00 (UTC)");
    }
  });
});
