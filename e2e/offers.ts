import { type Case, decide, later } from "@rubric/api/demo/journey";
import { rated } from "@rubric/api/demo/kits";
import { loopOwed } from "@rubric/api/demo/stories";
import { debrief } from "@rubric/api/demo/talks";
import { type Api, apiAs } from "./api.ts";
import { type Job, makeCase, type Organization, panelOf } from "./setup-org.ts";
import { daysFromNow } from "./steps.ts";

/** Somebody for whom an offer was decided and not written yet. */
export async function makeOfferable(org: Organization, job: Job, name: string): Promise<Case> {
  const one = await makeCase(org, job, name);
  await loopOwed(3, ["strong", "strong", "fair"])(one, panelOf(org));
  await debrief(one, later(one, 1, 14), { close: true });
  const grounds = rated(one.job.plan, "System design").slice(0, 2);
  await decide(one, later(one, 1, 10), "loop", "offer", "Strong in what the job needs.", grounds);
  return one;
}

type Pay = { amountMinor: number; rangeReason?: string };

/** What an offer to somebody says: so much base pay a year, in EUR. */
export function offerTerms(org: Organization, { applicationId }: Case, pay: Pay) {
  return {
    applicationId,
    offerId: null,
    currency: "EUR",
    startDate: daysFromNow(60).toISOString().slice(0, 10),
    expiresAt: daysFromNow(9).toISOString(),
    conditions: "",
    rangeReason: "",
    approverId: org.cast.approver.memberId,
    ...pay,
  };
}

/** An offer that the recruiter wrote and sent with the approver's word; returns its id. */
export async function sendOffer(org: Organization, one: Case, pay: Pay): Promise<string> {
  const as = (who: "recruiter" | "approver"): Promise<Api> =>
    apiAs({ who: org.cast[who], org: org.slug });
  const [recruiter, approver] = await Promise.all([as("recruiter"), as("approver")]);
  const { versions } = await recruiter.offer.draft.mutate(offerTerms(org, one, pay));
  const offerId = versions[0]?.id ?? "";
  await recruiter.offer.request.mutate({ offerId });
  await approver.offer.approve.mutate({ offerId });
  await recruiter.offer.send.mutate({ offerId });
  return offerId;
}
