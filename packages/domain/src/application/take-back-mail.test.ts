import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, closeOpenings, readApplication } from "../../test/applications.ts";
import { decideAs, decision } from "../../test/deciding.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout, makePlanned } from "../../test/interviews.ts";
import type { Org } from "../context.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });

describe("application.takeBackMail", () => {
  async function rejected() {
    const job = await makeJob(harness, { org, cast });
    await closeOpenings({ harness, org, made: job });
    const ids = await makeApplication(harness, org, job, { stage: "screen" });
    await makePlanned(harness, org, job, ids.applicationId, "screen");
    await on().reject(cast.recruiter, ids.applicationId);
    return { ...ids, job };
  }
  /** Until another transaction of this database waits for a lock that is held. */
  async function someoneWaits(): Promise<void> {
    for (;;) {
      const rows = await harness.connection.sql`
        select 1 from pg_locks where not granted and pid <> pg_backend_pid()`;
      if (rows.length > 0) return;
    }
  }
  const letterOf = (applicationId: string, set: Partial<typeof mail.$inferInsert>) =>
    harness.within(org.id, (tx) =>
      tx
        .update(mail)
        .set(set)
        .where(
          and(
            eq(mail.orgId, org.id),
            eq(mail.subjectId, applicationId),
            eq(mail.template, "application.rejected"),
          ),
        ),
    );

  it("makes the application active again and plans its interviews anew", async () => {
    const { applicationId } = await rejected();
    const view = await on().takeBack(cast.manager, applicationId);
    expect(view).toMatchObject({ state: "active", endedAt: null, mailLeavesAt: null });
    const { interviews } = await readApplication({ harness, org }, applicationId);
    expect(interviews.map((one) => one.state)).toEqual(["cancelled", "planned"]);
    expect(await mailsAbout(harness, org, applicationId)).toMatchObject([
      { template: "application.rejected" },
    ]);
    expect(await refusal(on().takeBack(cast.manager, applicationId))).toBe("NOTHING_TO_TAKE_BACK");
  });

  it("brings back a hold with the date of the next word, as the candidate knows it", async () => {
    const job = await makeJob(harness, { org, cast });
    await closeOpenings({ harness, org, made: job });
    const { applicationId } = await makeApplication(harness, org, job, { stage: "screen" });
    const { nextWordAt } = await on().hold(cast.recruiter, applicationId, 30);
    await on().reject(cast.recruiter, applicationId);
    const view = await on().takeBack(cast.recruiter, applicationId);
    expect(view).toMatchObject({ state: "on_hold", nextWordAt });
  });

  it("is refused once the e-mail was taken for sending, and changes nothing", async () => {
    const { applicationId } = await rejected();
    await letterOf(applicationId, { state: "sending" });
    expect(await refusal(on().takeBack(cast.recruiter, applicationId))).toBe("MAIL_LEFT");
    expect((await readApplication({ harness, org }, applicationId)).row.state).toBe("rejected");
  });

  it("loses to a worker that takes the e-mail while it looks", async () => {
    const { applicationId } = await rejected();
    let taken: Promise<unknown> = Promise.resolve();
    await harness.within(org.id, async (tx) => {
      await tx
        .update(mail)
        .set({ state: "sending" })
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, applicationId)));
      taken = refusal(on().takeBack(cast.recruiter, applicationId));
      await someoneWaits();
    });
    expect(await taken).toBe("MAIL_LEFT");
    expect((await readApplication({ harness, org }, applicationId)).row.state).toBe("rejected");
  });

  it("law 5: a decision on merit is not taken back but reversed", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const world = { harness, org, cast, made };
    await decideAs(
      world,
      cast.manager,
      decision(world, applicationId, "review", { kind: "reject", criterionIds: [] }),
    );
    expect(await refusal(on().takeBack(cast.recruiter, applicationId))).toBe("DECISION_STANDS");
  });

  it("is refused where the person applied again since", async () => {
    const { applicationId, candidateId, job } = await rejected();
    await makeApplication(harness, org, job, { candidateId });
    expect(await refusal(on().takeBack(cast.recruiter, applicationId))).toBe("ACTIVE_APPLICATION");
  });

  it("is for those who lead the job, and hidden from another organization", async () => {
    const { applicationId } = await rejected();
    expect(await refusal(on().takeBack(cast.otherRecruiter, applicationId))).toBe("FORBIDDEN");
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    expect(await refusal(elsewhere.takeBack(there.cast.recruiter, applicationId))).toBe(
      "NOT_FOUND",
    );
  });
});
