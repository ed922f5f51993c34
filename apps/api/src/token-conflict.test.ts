import { application } from "@rubric/db/schema";
import { SERVICE_SCOPES } from "@rubric/domain/token/rules";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  makeApplication,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../../packages/domain/test/factories.ts";
import { useApi } from "../test/api.ts";
import { callWith, cookieOf, refusalOf, serviceOf, tokenOf } from "../test/tokens.ts";

const api = useApi();

it("law 7: by a service account nobody who made its token sees their own application", async () => {
  const { org, cast } = await makeOrg(api);
  const made = await makeJob(api, { org, cast });
  const elsewhere = await makeJob(api, { org, cast });
  const own = await makeApplication(api, org, made);
  const { applicationId } = await makeApplication(api, org, elsewhere);
  await makeRelation(api, org, own.candidateId, cast.admin, "self");
  const prove = (provenAt: Date | null) =>
    api.within(org.id, (tx) =>
      tx.update(application).set({ provenAt }).where(eq(application.id, own.applicationId)),
    );
  const service = () => serviceOf(api, org, cast.admin, ["recruiter", "admin"]);
  const serviceId = await service();
  const admin = { org: org.slug, cookie: await cookieOf(api, cast.admin) };
  const { id, text } = await tokenOf(api, org, cast.admin, SERVICE_SCOPES, { serviceId });
  const board = (jobId: string) => callWith(api, text, "application.board", { jobId });
  const jobs = () =>
    callWith(api, text, "job.list", { states: ["open"], search: null, mine: false });
  const trail = () => callWith(api, text, "audit.list", {});

  await prove(new Date());
  expect((await api.call("application.board", { jobId: made.jobId }, admin)).status).toBe(404);
  expect(refusalOf((await board(made.jobId)).body)).toMatchObject({ code: "NOT_FOUND" });
  expect(JSON.stringify(await jobs())).not.toContain(made.jobId);
  expect(JSON.stringify(await board(elsewhere.jobId))).toContain(applicationId);
  expect((await trail()).status).toBe(200);

  await prove(null);
  const unproven = await board(made.jobId);
  expect(unproven.status).toBe(200);
  expect(JSON.stringify(unproven.body)).not.toContain(own.applicationId);
  await prove(new Date());

  expect((await api.call("token.revoke", { tokenId: id }, admin)).status).toBe(200);
  const second = { memberId: cast.recruiter.memberId, roles: ["admin", "recruiter"] };
  expect((await api.call("organization.setRoles", second, admin)).status).toBe(200);
  const other = await tokenOf(api, org, cast.recruiter, SERVICE_SCOPES, { serviceId });
  const seen = await callWith(api, other.text, "application.board", { jobId: made.jobId });
  expect(JSON.stringify(seen.body)).toContain(own.applicationId);
});
