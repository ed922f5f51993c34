import { jobPost } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { fullPost } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { runCommand } from "../execution/index.ts";
import { publishPost } from "./publish-post.ts";
import { savePost } from "./save-post.ts";
import { NO_STATEMENTS, type PostContent } from "./schemas.ts";
import { unpublishDue } from "./unpublish-due.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

describe("job posts (law 8)", () => {
  const save = (post: PostContent, jobId = made.jobId, actor: Member = cast.recruiter) =>
    command(harness, org, actor, "job.savePost", savePost, { jobId, post });
  const publish = (jobId: string, postId: string) =>
    command(harness, org, cast.recruiter, "job.publishPost", publishPost, { jobId, postId });
  const lacking: [string, Partial<PostContent>][] = [
    ["a title", { title: " " }],
    ["a text", { body: "" }],
    ["a pay range", { pay: null }],
    ["a place", { locations: [] }],
    ["a closing date", { closingDate: null }],
    ["a closing date that is not past", { closingDate: "2020-01-01" }],
  ];
  it.each(lacking)("are not published without %s", async (what, changed) => {
    const { jobId } = await makeJob(harness, { org, cast });
    const view = await save({ ...fullPost, ...changed }, jobId);
    const [post] = view.posts;
    expect(post?.may.publish?.sentence).toContain(what);
    expect(view.checklist.find((item) => item.key === "post")?.done).toBe(false);
    expect(await refusal(publish(jobId, post?.id ?? ""))).toBe("POST_NOT_READY");
  });

  it("are not published without a privacy notice where the region asks for one", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const view = await save({ ...fullPost, privacyNotice: "" }, jobId);
    const [post] = view.posts;
    expect(post?.may.publish?.sentence).toContain("privacy notice");
    expect(await refusal(publish(jobId, post?.id ?? ""))).toBe("POST_DUTIES");
  });

  it("have a range from low to high", async () => {
    const pay = { minMinor: 2, maxMinor: 1, currency: "EUR" };
    expect(await refusal(save({ ...fullPost, pay }))).toBe("PAY_RANGE_REVERSED");
    const statements = { ...NO_STATEMENTS, regionalPay: [{ region: "CA", ...pay }] };
    expect(await refusal(save({ ...fullPost, statements }))).toBe("PAY_RANGE_REVERSED");
    expect(await refusal(save(fullPost, made.jobId, cast.otherRecruiter))).toBe("FORBIDDEN");
  });

  it("come down by the system once the closing date is past in the organization's zone", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const view = await save({ ...fullPost, closingDate: "2998-06-15" }, jobId);
    await publish(jobId, view.posts[0]?.id ?? "");
    const due = async (at: string) => {
      harness.setClock(new Date(at));
      let count = 0;
      await runCommand(
        harness.deps,
        {
          org,
          origin: { ip: "", requestId: "worker", userAgent: "" },
          key: null,
          actor: async () => ({ kind: "system", job: "worker" }),
        },
        {
          permission: "job.unpublishDue",
          subjectId: null,
          input: {},
          key: "none",
          audit: "one",
          parse: () => null,
        },
        async (ctx) => {
          count = await unpublishDue(ctx);
          if (count === 0) ctx.audit({ subject: { kind: "test", id: "none" } });
        },
      ).finally(() => harness.setClock(null));
      return count;
    };
    expect(await due("2998-06-15T23:59:00.000Z")).toBe(0);
    expect(await due("2998-06-16T00:00:00.000Z")).toBe(1);
    expect(await due("2998-06-16T00:00:00.000Z")).toBe(0);
    const rows = await harness.within(org.id, (tx) =>
      tx.select().from(jobPost).where(eq(jobPost.jobId, jobId)),
    );
    expect(rows.map((row) => [row.state, row.unpublishedReason])).toEqual([
      ["unpublished", "The closing date is past."],
    ]);
  });
});
