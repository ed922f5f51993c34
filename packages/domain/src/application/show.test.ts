import { newId } from "@rubric/db";
import { candidate, disclosure, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, setApplication } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";
import type { ApplicationView } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });

const setPerson = (id: string, set: Partial<typeof candidate.$inferInsert>) =>
  harness.within(org.id, (tx) =>
    tx
      .update(candidate)
      .set(set)
      .where(and(eq(candidate.orgId, org.id), eq(candidate.id, id))),
  );

/** Somebody of whom everything is known that an application shows, at the screen. */
async function makeKnown() {
  const known = await makeApplication(harness, org, made, { stage: "screen", name: newId() });
  const { applicationId, candidateId } = known;
  const phone = `+49 ${newId()}`;
  await setPerson(candidateId, { phone, links: ["https://forge.test/known"] });
  const answers = [{ key: "why", text: "Why us?", answer: "The pay.", eligibility: false }];
  await setApplication({ harness, org }, applicationId, { answers });
  await harness.within(org.id, (tx) =>
    tx.insert(disclosure).values({
      orgId: org.id,
      id: newId(),
      applicationId,
      how: "post",
      region: null,
      payMinMinor: 7_000_000,
      payMaxMinor: 9_000_000,
      payCurrency: "EUR",
      at: new Date(),
    }),
  );
  await makeRelation(harness, org, candidateId, cast.engineer, "referral");
  await makeInterview(harness, org, made, applicationId, "screen", [cast.third]);
  await makeApplication(harness, org, await makeJob(harness, { org, cast }), { candidateId });
  const twin = await makeApplication(harness, org, made, { name: newId() });
  await setPerson(twin.candidateId, { phone });
  return { ...known, twin };
}

/** What of the view is not empty. */
function shownIn(view: ApplicationView): string[] {
  const parts = {
    contact: view.contact !== null,
    links: view.candidate.links.length > 0,
    answers: view.answers.length > 0,
    range: view.range !== null && view.ranges.length > 0,
    relations: view.relations.length > 0,
    others: view.others.length > 0,
    duplicates: view.duplicates.length > 0,
    rejections: view.rejections.length > 0,
    transferTo: view.transferTo.length > 0,
  };
  return Object.entries(parts).flatMap(([name, shown]) => (shown ? [name] : []));
}

describe("what an application shows", () => {
  const PAPERS = ["links", "answers"];
  const PIPELINE = ["contact", ...PAPERS, "range", "relations", "others"];
  const LEADS = [...PIPELINE, "duplicates", "rejections"];

  it.each([
    ["recruiter", [...LEADS, "transferTo"]],
    ["manager", LEADS],
    ["substitute", LEADS],
    ["otherRecruiter", PIPELINE],
    ["third", PAPERS],
    ["coordinator", []],
  ] as const)("to the %s is what their duties show", async (reader, shown) => {
    const { applicationId } = await makeKnown();
    expect(shownIn(await on().show(cast[reader], applicationId))).toEqual(shown);
  });

  it("tells those who lead when the mail of a rejection leaves, and whether it can be kept", async () => {
    const { applicationId, twin } = await makeKnown();
    const { applicationId: otherApplicationId } = twin;
    await on().reject(cast.recruiter, applicationId, "duplicate", { otherApplicationId });
    for (const lead of [cast.recruiter, cast.manager]) {
      expect((await on().show(lead, applicationId)).mailLeavesAt).not.toBeNull();
    }
    for (const reader of [cast.otherRecruiter, cast.third, cast.coordinator]) {
      expect((await on().show(reader, applicationId)).mailLeavesAt).toBeNull();
    }
    const takeBack = async () => (await on().show(cast.recruiter, applicationId)).may.takeBackMail;
    expect(await takeBack()).toEqual({ refused: null });
    await harness.within(org.id, (tx) =>
      tx
        .update(mail)
        .set({ state: "sent" })
        .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, applicationId))),
    );
    expect((await takeBack())?.refused).not.toBeNull();
  });
});

describe("who may be the same person", () => {
  type Person = Partial<typeof candidate.$inferInsert>;
  const CASES: [string, Person, Person, boolean][] = [
    ["of one name in other letters", { name: "Dana DOUBLE" }, { name: "dana double" }, true],
    ["of one phone", { phone: "+49 1" }, { phone: "+49 1" }, true],
    ["of no phone, both", { phone: "" }, { phone: "" }, false],
    ["of one of several links", { links: ["a", "b"] }, { links: ["b", "c"] }, true],
    ["of no link, both", { links: [] }, { links: [] }, false],
    ["of other links", { links: ["a"] }, { links: ["c"] }, false],
  ];

  it.each(CASES)("%s", async (_how, own, other, same) => {
    const job = await makeJob(harness, { org, cast });
    const one = await makeApplication(harness, org, job, { name: newId() });
    const two = await makeApplication(harness, org, job, { name: newId() });
    const elsewhere = await makeApplication(harness, org, made, { name: newId() });
    await setPerson(one.candidateId, own);
    for (const { candidateId } of [two, elsewhere]) await setPerson(candidateId, other);
    const found = async () => (await on().show(cast.recruiter, one.applicationId)).duplicates;
    const ids = (await found()).map(({ applicationId }) => applicationId);
    expect(ids).toEqual(same ? [two.applicationId] : []);
    await on().withdraw(cast.recruiter, two.applicationId);
    expect(await found()).toEqual([]);
  });

  it("are at most twenty, those who applied first", async () => {
    const job = await makeJob(harness, { org, cast });
    const name = newId();
    const one = await makeApplication(harness, org, job, { name });
    const days = Array.from({ length: 22 }, (_, index) => (index * 5) % 22);
    const alike = await Promise.all(
      days.map(async (day) => {
        const { applicationId } = await makeApplication(harness, org, job, { name });
        const createdAt = new Date(Date.UTC(2026, 0, 1 + day));
        await setApplication({ harness, org }, applicationId, { createdAt });
        return { applicationId, day };
      }),
    );
    const first = alike.toSorted((a, b) => a.day - b.day).slice(0, 20);
    const { duplicates } = await on().show(cast.recruiter, one.applicationId);
    expect(duplicates.map(({ applicationId }) => applicationId)).toEqual(
      first.map(({ applicationId }) => applicationId),
    );
  });
});
