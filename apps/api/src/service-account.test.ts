import { AuditListView } from "@rubric/domain/audit/schemas";
import type { Org } from "@rubric/domain/context";
import { SERVICE_SCOPES } from "@rubric/domain/token/rules";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../../packages/domain/test/factories.ts";
import { useApi } from "../test/api.ts";
import { answerOf, callWith, cookieOf, refusalOf, serviceOf, tokenOf } from "../test/tokens.ts";

const api = useApi();
let org: Org;
let cast: Cast;
let other: { org: Org; cast: Cast };
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(api));
  other = await makeOrg(api);
  made = await makeJob(api, { org, cast });
});

describe("a service account", () => {
  it("reads what its roles open, is named for nothing, and reads nothing that is sealed", async () => {
    const { applicationId } = await makeApplication(api, org, made);
    const serviceId = await serviceOf(api, org, cast.admin, ["recruiter", "auditor"]);
    const { text } = await tokenOf(api, org, cast.admin, SERVICE_SCOPES, { serviceId });
    const recruiter = { org: org.slug, cookie: await cookieOf(api, cast.recruiter) };
    const auditor = { org: org.slug, cookie: await cookieOf(api, cast.auditor) };
    const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const held = { applicationId, reason: "Waits for the budget.", nextWordAt: soon };
    expect((await api.call("application.hold", held, recruiter)).status).toBe(200);

    const board = await callWith(api, text, "application.board", { jobId: made.jobId });
    expect(board.status).toBe(200);
    const trail = { action: "application.hold" };
    const detailOf = (body: unknown) => AuditListView.parse(answerOf(body)).entries[0]?.detail;
    const asAuditor = await api.call("audit.list", trail, auditor);
    const asService = await callWith(api, text, "audit.list", trail);
    expect(detailOf(asAuditor.body)).toMatchObject({ state: "open" });
    expect(detailOf(asService.body)).toMatchObject({
      state: "sealed",
      sentence: "Sealed: a service account reads nothing that judges a candidate.",
    });

    const { body } = await api.call("organization.pickMembers", {}, recruiter);
    expect(JSON.stringify(answerOf(body))).toContain(cast.engineer.memberId);
    expect(JSON.stringify(answerOf(body))).not.toContain(serviceId);
  });

  it("is refused as interviewer and on a team, as if it were not there", async () => {
    const serviceId = await serviceOf(api, other.org, other.cast.admin, [
      "recruiter",
      "hiring_manager",
      "interviewer",
    ]);
    const job = await makeJob(api, other);
    const { applicationId } = await makeApplication(api, other.org, job, { stage: "loop" });
    const { interviewId } = await makeInterview(
      api,
      other.org,
      job,
      applicationId,
      "loopA",
      [other.cast.interviewer],
      { startsAt: new Date(Date.now() + 86_400_000) },
    );
    const recruiter = { org: other.org.slug, cookie: await cookieOf(api, other.cast.recruiter) };
    const team = [
      { memberId: other.cast.recruiter.memberId, duty: "recruiter" },
      { memberId: serviceId, duty: "hiring_manager" },
    ];
    const named = await api.call("job.setTeam", { jobId: job.jobId, team }, recruiter);
    expect(refusalOf(named.body)).toMatchObject({ code: "NOT_FOUND" });
    const swap = {
      interviewId,
      out: other.cast.interviewer.memberId,
      in: serviceId,
    };
    const swapped = await api.call("interview.swap", swap, recruiter);
    expect(refusalOf(swapped.body)).toMatchObject({ code: "NOT_FOUND" });
  });
});
