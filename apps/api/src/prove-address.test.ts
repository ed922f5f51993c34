import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../../packages/domain/test/factories.ts";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { applyInput, makePost, slugOf, storedOf } from "../../../packages/domain/test/posts.ts";
import type { Org } from "@rubric/domain/context";
import { useApi } from "../test/api.ts";
import { linkOf } from "../test/world.ts";

const api = useApi();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(api));
  made = await makeJob(api, { org, cast });
});

describe("a visitor who applies with a member's address", () => {
  it("takes no job from the member, until the member opens the link themselves", async () => {
    const post = { jobSlug: slugOf(made), ...(await makePost(api, { org, cast }, made)) };
    const email = `recruiter@${org.slug}.test`;
    expect(await api.call("candidate.applyToJob", applyInput(org, post, { email }))).toMatchObject({
      status: 200,
    });
    const { token } = await openSession(api, cast.recruiter.accountId);
    const member = { cookie: `rubric_session=${token}`, org: org.slug };
    const seeJob = async () => (await api.call("job.show", { jobId: made.jobId }, member)).status;
    const everyJob = { states: [], search: null, mine: false };
    const listed = async () => JSON.stringify((await api.call("job.list", everyJob, member)).body);
    expect(await seeJob()).toBe(200);
    expect(await listed()).toContain(made.jobId);
    const { person, applications } = await storedOf(api, org, email);
    const applicationId = applications[0]?.id ?? "";
    expect((await api.call("application.show", { applicationId }, member)).status).toBe(404);
    expect(await seeJob()).toBe(200);
    const candidate = await linkOf(api, org, person?.id ?? "");
    expect((await api.call("candidate.showOwn", {}, { candidate })).status).toBe(200);
    expect(await seeJob()).toBe(404);
    expect(await listed()).not.toContain(made.jobId);
  });
});
