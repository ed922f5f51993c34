import { job, jobPost, mail, opening, plan } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { atOnce, fullPost, see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { closeJob } from "./close.ts";
import { closeOpening } from "./close-opening.ts";
import { holdJob } from "./hold.ts";
import { openJob } from "./open.ts";
import { columnsOfPost } from "./posts.ts";
import { publishPost } from "./publish-post.ts";
import { reopenJob } from "./reopen.ts";
import { resumeJob } from "./resume.ts";
import { savePost } from "./save-post.ts";
import { unpublishPost } from "./unpublish-post.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

type JobState = (typeof job.$inferSelect)["state"];
type PostState = (typeof jobPost.$inferSelect)["state"];
type OpeningState = (typeof opening.$inferSelect)["state"];

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

describe("the states of an opening", () => {
  const states: OpeningState[] = ["open", "reserved", "filled", "closed"];
  for (const state of states) {
    it(`closes from ${state} ${state === "open" ? "with a reason" : "never"}`, async () => {
      const made = await makeJob(harness, { org, cast });
      const openingId = made.openingIds[0] ?? "";
      const held = state === "reserved" || state === "filled";
      await harness.within(org.id, (tx) =>
        tx
          .update(opening)
          .set({ state, offerId: held ? newId() : null })
          .where(eq(opening.id, openingId)),
      );
      const close = (actor: Member = cast.manager) =>
        command(harness, org, actor, "job.closeOpening", closeOpening, {
          jobId: made.jobId,
          openingId,
          reason,
        });
      expect(await refusal(close(cast.recruiter))).toBe("FORBIDDEN");
      const before = await openingRow(openingId);
      if (state !== "open") {
        expect(await refusal(close())).toBe("OPENING_STATE");
        expect(await openingRow(openingId)).toEqual(before);
        return;
      }
      const closeOnce = (n: number) => close(n === 0 ? cast.admin : cast.manager);
      expect(await atOnce(3, closeOnce)).toEqual(["done", "OPENING_STATE", "OPENING_STATE"]);
      expect(await openingRow(openingId)).toMatchObject({ state: "closed", closeReason: reason });
    });
  }
});

async function openingRow(id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx.select().from(opening).where(eq(opening.id, id)),
  );
  return row;
}

async function postIn(jobId: string, state: PostState, number = 1): Promise<string> {
  const id = newId();
  const at = new Date();
  await harness.within(org.id, (tx) =>
    tx.insert(jobPost).values({
      orgId: org.id,
      id,
      jobId,
      number,
      state,
      ...columnsOfPost(fullPost),
      createdAt: at,
      publishedAt: state === "draft" ? null : at,
      unpublishedAt: state === "unpublished" ? at : null,
    }),
  );
  return id;
}

async function postRow(id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(jobPost)
      .where(and(eq(jobPost.orgId, org.id), eq(jobPost.id, id))),
  );
  return row;
}

describe("the states of a job post", () => {
  const publish = (jobId: string, postId: string, actor: Member = cast.recruiter) =>
    command(harness, org, actor, "job.publishPost", publishPost, { jobId, postId });
  const unpublish = (jobId: string, postId: string, actor: Member = cast.recruiter) =>
    command(harness, org, actor, "job.unpublishPost", unpublishPost, { jobId, postId, reason });
  const LISTED_POSTS: Record<PostState, { publish: boolean; unpublish: boolean }> = {
    draft: { publish: true, unpublish: false },
    published: { publish: false, unpublish: true },
    unpublished: { publish: true, unpublish: false },
  };
  const states: PostState[] = ["draft", "published", "unpublished"];
  for (const state of states) {
    for (const name of ["publish", "unpublish"] as const) {
      const listed = LISTED_POSTS[state][name];
      it(`${name} from ${state} ${listed ? "is done" : "is refused and changes nothing"}`, async () => {
        const { jobId } = await makeJob(harness, { org, cast });
        const postId = await postIn(jobId, state);
        const before = await postRow(postId);
        const call = name === "publish" ? publish : unpublish;
        for (const actor of [cast.manager, cast.admin, cast.otherRecruiter]) {
          expect(await refusal(call(jobId, postId, actor))).toBe("FORBIDDEN");
        }
        if (!listed) {
          expect(await refusal(call(jobId, postId))).toBe("POST_STATE");
          expect(await postRow(postId)).toEqual(before);
          return;
        }
        await call(jobId, postId);
        expect((await postRow(postId))?.state).toBe(
          name === "publish" ? "published" : "unpublished",
        );
      });
    }
  }

  it("saving writes the draft, and beside a published version the next one", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const save = (title: string) =>
      command(harness, org, cast.manager, "job.savePost", savePost, {
        jobId,
        post: { ...fullPost, title },
      });
    const [first] = (await save("First")).posts;
    expect(first).toMatchObject({ number: 1, state: "draft" });
    expect((await save("First, better")).posts).toHaveLength(1);
    await publish(jobId, first?.id ?? "");
    const { posts } = await save("Second");
    expect(posts.map((post) => [post.number, post.state, post.content.title])).toEqual([
      [2, "draft", "Second"],
      [1, "published", "First, better"],
    ]);
    await publish(jobId, posts[0]?.id ?? "");
    const view = await see(harness, org, cast.recruiter, jobId);
    expect(view.posts.map((post) => [post.number, post.state])).toEqual([
      [2, "published"],
      [1, "unpublished"],
    ]);
    expect(view.posts[1]?.content.title).toBe("First, better");
  });

  it("two versions published 8 times at once end with one of them public", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const one = await postIn(jobId, "unpublished", 1);
    const two = await postIn(jobId, "draft", 2);
    const outcomes = await atOnce(8, (n) => publish(jobId, n % 2 === 0 ? one : two));
    expect(outcomes[0]).toBe("done");
    expect(outcomes.every((code) => code === "done" || code === "POST_STATE")).toBe(true);
    const view = await see(harness, org, cast.recruiter, jobId);
    expect(view.posts.filter((post) => post.state === "published")).toHaveLength(1);
  });

  it("a post is published only while its job is open", async () => {
    for (const state of ["draft", "on_hold", "closed"] as const) {
      const { jobId } = await jobIn(state);
      const postId = await postIn(jobId, "draft");
      expect(await refusal(publish(jobId, postId))).toBe("JOB_STATE");
    }
  });

  it("another job's post is not found", async () => {
    const one = await makeJob(harness, { org, cast });
    const two = await makeJob(harness, { org, cast });
    const postId = await postIn(two.jobId, "draft");
    expect(await refusal(publish(one.jobId, postId))).toBe("NOT_FOUND");
    expect(await refusal(unpublish(one.jobId, postId))).toBe("NOT_FOUND");
  });
});
