import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, setApplication } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import type { Actor, Org } from "../context.ts";
import { recordDeadline } from "../deadline/record.ts";
import { exportDocument } from "./export/document.ts";
import { ask } from "./index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const as = (candidateId: string): Actor => ({ kind: "candidate", candidateId });
const held = async (candidateId: string) => {
  const read = () =>
    query(
      harness,
      org,
      as(candidateId),
      "fairness.showOwn",
      (ctx) => exportDocument(ctx, candidateId),
      {},
    );
  return (await read()).deadlines;
};

describe("law 10: the copy of everything holds what is owed to the person", () => {
  it("by whom, until when and because of what, and nothing of anybody else", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const other = await makeApplication(harness, org, made);
    for (const one of [{ applicationId, candidateId }, other]) {
      await command(harness, org, as(one.candidateId), "candidate.ask", ask, {
        applicationId: one.applicationId,
        text: "Is there a night shift?",
      });
    }
    await command(harness, org, cast.recruiter, "deadline.record", recordDeadline, {
      jobId: made.jobId,
      applicationId,
      kind: "own",
      title: "Send the travel costs back",
      since: "2026-01-01",
      due: "2040-01-31",
    });
    const deadlines = await held(candidateId);
    expect(deadlines).toMatchObject([
      {
        job: "Backend Engineer",
        what: "Answer your question",
        state: "open",
        doneAt: null,
        setBy: [{ sentence: "A question is answered within 48 hours." }],
      },
      { what: "Send the travel costs back", setBy: [{ sentence: "Written down by hand." }] },
    ]);
    expect(deadlines.map((one) => one.by)).toEqual(["a recruiter", "a recruiter"]);
    const members = [cast.recruiter, cast.manager, cast.admin].map((one) => one.memberId);
    for (const id of members) expect(JSON.stringify(deadlines)).not.toContain(id);
    expect(await held(other.candidateId)).toHaveLength(1);
  });

  it("says nothing of a rejection before its e-mail has left", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const answers = [
      { key: "permit", text: "May you work here?", answer: "No", eligibility: true },
    ];
    await setApplication({ harness, org }, applicationId, { answers });
    for (const kind of ["own", "works_council"] as const) {
      await command(harness, org, cast.recruiter, "deadline.record", recordDeadline, {
        jobId: made.jobId,
        applicationId,
        kind,
        title: kind === "own" ? "Send the travel costs back" : "",
        since: "2026-01-01",
        due: kind === "own" ? "2040-01-31" : null,
      });
    }
    const before = await held(candidateId);
    expect(before).toHaveLength(2);
    const on = applicationsOf({ harness, org });
    await on.reject(cast.manager, applicationId, "not_eligible", { answerKey: "permit" });
    expect(await held(candidateId)).toEqual(before);
    await harness.within(org.id, (tx) =>
      tx
        .update(mail)
        .set({ state: "sent", sentAt: new Date() })
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, applicationId))),
    );
    expect((await held(candidateId)).map((one) => one.state)).toEqual(["void", "void"]);
  });
});
