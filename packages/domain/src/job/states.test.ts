import { job, type jobPost, mail, opening, plan } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { atOnce, see } from "../../test/jobs.ts";
import { makePostIn, readPost } from "../../test/posts.ts";
import type { Member, Org } from "../context.ts";
import { closeJob } from "./close.ts";
import { holdJob } from "./hold.ts";
import { openJob } from "./open.ts";
import { reopenJob } from "./reopen.ts";
import { resumeJob } from "./resume.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

type JobState = (typeof job.$inferSelect)["state"];
type PostState = (typeof jobPost.$inferSelect)["state"];

const reason = "The budget moved.";

/** Each command of a job as one that may give it, from any state. */
const COMMANDS: Record<string, (jobId: string, actor?: Member) => Promise<unknown>> = {
  open: (jobId, actor = cast.recruiter) =>
    command(harness, org, actor, "job.open", openJob, { jobId }),
  hold: (jobId, actor = cast.recruiter) =>
    command(harness, org, actor, "job.hold", holdJob, { jobId, reason }),
  resume: (jobId, actor = cast.recruiter) =>
    command(harness, org, actor, "job.resume", resumeJob, { jobId, reason }),
  close: (jobId, actor = cast.recruiter) =>
    command(harness, org, actor, "job.close", closeJob, { jobId, reason }),
  reopen: (jobId, actor = cast.manager) =>
    command(harness, org, actor, "job.reopen", reopenJob, { jobId, reason }),
};

/** What STATES lists; every other pair is refused. */
const LISTED: Record<JobState, Record<string, JobState>> = {
  draft: { open: "open" },
  open: { hold: "on_hold", close: "closed" },
  on_hold: { resume: "open", close: "closed" },
  closed: { reopen: "open" },
};

async function jobIn(state: JobState): Promise<MadeJob> {
  const made = await makeJob(harness, { org, cast });
  await harness.within(org.id, (tx) => tx.update(job).set({ state }).where(eq(job.id, made.jobId)));
  return made;
}

const rowOf = async (jobId: string) => {
  const [row] = await harness.within(org.id, (tx) =>
    tx.select().from(job).where(eq(job.id, jobId)),
  );
  return row;
};

const postIn = (jobId: string, state: PostState, number = 1) =>
  makePostIn(harness, org, jobId, state, number);
const postRow = (id: string) => readPost(harness, org, id);

describe("the states of a job", () => {
  for (const from of ["draft", "open", "on_hold", "closed"] as const) {
    const listed = LISTED[from];
    for (const name of Object.keys(COMMANDS)) {
      const to = listed[name];
      it(`${name} from ${from} ${to === undefined ? "is refused and changes nothing" : `leads to ${to}`}`, async () => {
        const { jobId } = await jobIn(from);
        const before = await rowOf(jobId);
        const call = COMMANDS[name];
        if (call === undefined) throw new Error("No such command.");
        if (to === undefined) {
          expect(await refusal(call(jobId))).toBe("JOB_STATE");
          expect(await rowOf(jobId)).toEqual(before);
          return;
        }
        await call(jobId);
        expect((await rowOf(jobId))?.state).toBe(to);
        const entries = (await auditTrail(harness, org.id)).filter(
          (one) => one.subjectId === jobId,
        );
        expect(entries.map((one) => one.action)).toEqual([`job.${name}`]);
        expect(await refusal(call(jobId))).toBe("JOB_STATE");
      });
    }
  }

  it("are changed by the job's leads alone, and reopened by the hiring manager alone", async () => {
    const made = await makeJob(harness, { org, cast });
    for (const name of Object.keys(COMMANDS)) {
      for (const actor of [
        cast.admin,
        cast.otherRecruiter,
        cast.coordinator,
        cast.interviewer,
        cast.auditor,
        ...(name === "reopen" ? [cast.recruiter] : []),
      ]) {
        expect(await refusal(COMMANDS[name]?.(made.jobId, actor) ?? Promise.resolve())).toBe(
          "FORBIDDEN",
        );
      }
    }
    const other = await makeOrg(harness);
    expect(
      await refusal(
        command(harness, other.org, other.cast.recruiter, "job.hold", holdJob, {
          jobId: made.jobId,
          reason,
        }),
      ),
    ).toBe("NOT_FOUND");
  });

  it("one of 6 wins when a job is held 6 times at once", async () => {
    const { jobId } = await jobIn("open");
    const lost = Array.from({ length: 5 }, () => "JOB_STATE");
    expect(await atOnce(6, () => COMMANDS.hold?.(jobId) ?? Promise.resolve())).toEqual([
      "done",
      ...lost,
    ]);
  });

  it("a draft opens only with rubric, plan, recruiter and manager, and an opening", async () => {
    const made = await jobIn("draft");
    await harness.within(org.id, async (tx) => {
      await tx.update(plan).set({ state: "past" }).where(eq(plan.jobId, made.jobId));
      await tx.update(opening).set({ state: "closed" }).where(eq(opening.jobId, made.jobId));
    });
    expect(await refusal(COMMANDS.open?.(made.jobId) ?? Promise.resolve())).toBe("JOB_NOT_READY");
    const view = await see(harness, org, cast.recruiter, made.jobId);
    expect(view.checklist.map((item) => [item.key, item.done])).toEqual([
      ["rubric", false],
      ["plan", false],
      ["team", true],
      ["opening", false],
      ["post", false],
    ]);
    expect(view.may.open?.sentence).toContain("No opening is open");
  });

  it("closes only when each application has ended and no offer is out", async () => {
    const made = await jobIn("open");
    await makeApplication(harness, org, made);
    expect(await refusal(COMMANDS.close?.(made.jobId) ?? Promise.resolve())).toBe("JOB_NOT_ENDED");
    expect((await see(harness, org, cast.manager, made.jobId)).may.close?.sentence).toContain(
      "still running",
    );
  });

  it("reopens only with an open opening", async () => {
    const made = await jobIn("closed");
    await harness.within(org.id, (tx) =>
      tx.update(opening).set({ state: "closed" }).where(eq(opening.jobId, made.jobId)),
    );
    expect(await refusal(COMMANDS.reopen?.(made.jobId) ?? Promise.resolve())).toBe(
      "OPENING_NEEDED",
    );
  });

  it("on hold takes the post down and tells everyone who applied; so does going on", async () => {
    const made = await jobIn("open");
    const post = await postIn(made.jobId, "published");
    const { candidateId } = await makeApplication(harness, org, made, { stage: "screen" });
    await COMMANDS.hold?.(made.jobId);
    expect((await postRow(post))?.state).toBe("unpublished");
    await COMMANDS.resume?.(made.jobId);
    expect((await postRow(post))?.state).toBe("unpublished");
    const letters = await harness.within(org.id, (tx) =>
      tx.select().from(mail).where(eq(mail.recipientId, candidateId)),
    );
    expect(letters.map((one) => one.template).toSorted()).toEqual(["job.onHold", "job.resumed"]);
  });
});
