import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { applyInput, makePost, pdfBytes, slugOf, storedOf } from "../../test/posts.ts";
import type { Org } from "../context.ts";
import { applyToJob, listPosts, requestLink, showPost, storeUpload } from "./index.ts";

const harness = useHarness();
const anyone = { kind: "anyone" } as const;
let org: Org;
let cast: Cast;
let made: MadeJob;
let post: { jobSlug: string; postId: string };

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  post = { jobSlug: slugOf(made), ...(await makePost(harness, { org, cast }, made)) };
});

const apply = (input = applyInput(org, post), of = org) =>
  command(harness, of, anyone, "candidate.applyToJob", applyToJob, input);
const rowsOf = (email: string) => storedOf(harness, org, email);

const show = (jobSlug: string, of = org) =>
  query(harness, of, anyone, "candidate.showPost", showPost, { slug: of.slug, jobSlug });

describe("candidate.showPost and candidate.listPosts", () => {
  it("shows what each step assesses and how long it takes, and nothing of the kits", async () => {
    const view = await show(post.jobSlug);
    expect(view.post).toMatchObject({ pay: { minMinor: 6_500_000, maxMinor: 8_500_000 } });
    expect(
      view.steps.map((step) => [step.name, step.interviews.map((one) => one.minutes)]),
    ).toEqual([
      ["Application review", []],
      ["Screen", [60]],
      ["Loop", [60, 60]],
      ["Offer", []],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Question \d|Clear|Vague|Acme-internal/);
  });

  it("lists posts of open jobs only", async () => {
    const draft = await makeJob(harness, { org, cast });
    await makePost(harness, { org, cast }, draft, { state: "draft", publishedAt: null });
    const { posts } = await query(harness, org, anyone, "candidate.listPosts", listPosts, {});
    const slugs = posts.map((one) => one.jobSlug);
    expect(slugs).toContain(post.jobSlug);
    expect(slugs).not.toContain(slugOf(draft));
  });
});

describe("law 12: another organization's slug", () => {
  it("shows and takes nothing of this one", async () => {
    const other = await makeOrg(harness);
    expect(await refusal(show(post.jobSlug, other.org))).toBe("NOT_FOUND");
    const input = applyInput(other.org, post);
    expect(await refusal(apply(input, other.org))).toBe("POST_CLOSED");
    const view = await query(harness, other.org, anyone, "candidate.listPosts", listPosts, {});
    expect(view.posts).toEqual([]);
    const { uploadId } = await storeUpload(harness.deps, other.org.slug, {
      name: "cv.pdf",
      bytes: pdfBytes(),
    });
    expect(await refusal(apply(applyInput(org, post, { uploadId })))).toBe("UPLOAD_GONE");
  });
});

describe("candidate.requestLink", () => {
  const ask = (email: string) =>
    command(harness, org, anyone, "candidate.requestLink", requestLink, { slug: org.slug, email });

  it("answers alike whether the address is known, and writes to the known one", async () => {
    const input = applyInput(org, post);
    await apply(input);
    expect(await ask(input.email)).toEqual(await ask("nobody@people.test"));
    const { letters } = await rowsOf(input.email);
    expect(letters.map((one) => one.template).toSorted()).toEqual([
      "candidate.applied",
      "candidate.link",
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (entry) => entry.action === "candidate.requestLink",
    );
    expect(entries).toHaveLength(2);
  });
});
