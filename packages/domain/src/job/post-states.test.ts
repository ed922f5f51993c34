import { job, type jobPost } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { atOnce, fullPost, see } from "../../test/jobs.ts";
import { makePostIn, readPost } from "../../test/posts.ts";
import type { Member, Org } from "../context.ts";
import { publishPost } from "./publish-post.ts";
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

const reason = "The budget moved.";

async function jobIn(state: JobState): Promise<MadeJob> {
  const made = await makeJob(harness, { org, cast });
  await harness.within(org.id, (tx) => tx.update(job).set({ state }).where(eq(job.id, made.jobId)));
  return made;
}

const postIn = (jobId: string, state: PostState, number = 1) =>
  makePostIn(harness, org, jobId, state, number);
const postRow = (id: string) => readPost(harness, org, id);

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
