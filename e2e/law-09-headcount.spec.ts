import { offered } from "@rubric/api/demo/stories";
import { withinOrg } from "@rubric/api/demo/organization";
import { offer, opening } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { expect } from "@playwright/test";
import { apiAs, outcomeOf, refusal } from "./api.ts";
import {
  linkOf,
  makeCase,
  makeJob,
  makeOrganization,
  panelOf,
  type Organization,
} from "./setup-org.ts";
import { test } from "./test.ts";

async function offerOf(org: Organization, applicationId: string): Promise<string> {
  const rows = await withinOrg(org.db, org.org.id, (tx) =>
    tx.select({ id: offer.id }).from(offer).where(eq(offer.applicationId, applicationId)),
  );
  return rows[0]?.id ?? "";
}

async function openingStates(org: Organization, jobId: string): Promise<string[]> {
  const rows = await withinOrg(org.db, org.org.id, (tx) =>
    tx.select({ state: opening.state }).from(opening).where(eq(opening.jobId, jobId)),
  );
  return rows.map((row) => row.state).toSorted();
}

test("law 9: of three offers sent at once for one opening, one goes out", async () => {
  const org = await makeOrganization();
  const job = await makeJob(org, { openings: 1 });
  const names = ["Nia North", "Otis Ost", "Pia West"];
  const cases = await Promise.all(names.map((name) => makeCase(org, job, name)));
  for (const one of cases) await offered("approved", 8_000_000)(one, panelOf(org));
  const offers = await Promise.all(cases.map((one) => offerOf(org, one.applicationId)));
  const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const outcomes = await Promise.all(
    offers.map((offerId) => outcomeOf(api.offer.send.mutate({ offerId }))),
  );
  expect(outcomes.toSorted()).toEqual(["HEADCOUNT", "HEADCOUNT", "accepted"]);
  expect(await openingStates(org, job.jobId)).toEqual(["reserved"]);

  const winner = outcomes.indexOf("accepted");
  const one = cases[winner];
  const offerId = offers[winner];
  if (one === undefined || offerId === undefined) throw new Error("Nobody won.");
  const candidate = await apiAs({ candidateLink: await linkOf(org, one.candidateId) });
  const accepts = await Promise.allSettled(
    Array.from({ length: 5 }, () => candidate.offer.accept.mutate({ offerId })),
  );
  expect(accepts.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  expect(await openingStates(org, job.jobId)).toEqual(["filled"]);
  const late = offers.find((id) => id !== offerId) ?? "";
  expect(await refusal(api.offer.send.mutate({ offerId: late }))).toBe("HEADCOUNT");
});

test("law 9: a declined offer frees its opening for the next", async () => {
  const org = await makeOrganization();
  const job = await makeJob(org, { openings: 1 });
  const first = await makeCase(org, job, "Nia North");
  const second = await makeCase(org, job, "Otis Ost");
  await offered("declined", 8_000_000)(first, panelOf(org));
  expect(await openingStates(org, job.jobId)).toEqual(["open"]);
  await offered("sent", 8_000_000)(second, panelOf(org));
  expect(await openingStates(org, job.jobId)).toEqual(["reserved"]);
});
