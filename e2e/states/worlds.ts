import { apply } from "@rubric/api/demo/apply";
import { draftJob } from "@rubric/api/demo/jobs";
import { withinOrg } from "@rubric/api/demo/organization";
import { askRequisition } from "@rubric/api/demo/requisitions";
import {
  callOwed,
  debriefOpen,
  fresh,
  offered,
  rejectedAfterCall,
  type Story,
} from "@rubric/api/demo/stories";
import { newId } from "@rubric/db";
import {
  account,
  candidate,
  feedback,
  framework,
  interview,
  member,
  offer,
} from "@rubric/db/schema";
import { startFrameworkDraft } from "@rubric/domain/framework";
import { mintLink } from "@rubric/domain/identity";
import { addService, invite } from "@rubric/domain/organization";
import { createToken } from "@rubric/domain/token";
import { and, eq, inArray } from "drizzle-orm";
import type { Who } from "../people.ts";
import {
  daysAgo,
  type Job,
  linkOf,
  makeJob,
  makeOrganization,
  type Organization,
  panelOf,
} from "../setup-org.ts";
import type { Busy, Listed } from "./filled.ts";
import { makeExperiment, makeFairness } from "./fairness.ts";
import { makeGrowth } from "./growth.ts";
import { fillWith500 } from "./five-hundred.ts";
import { lengthenNames } from "./long-names.ts";
import { makePolicies } from "./policy.ts";
import { makeProgress } from "./progress.ts";
import { makeWebhook } from "./webhook.ts";

/** An organization in which nothing has happened yet. */
export const bare = once(makeOrganization);
/** One in which each page has something to show. */
export const usual = once(makeBusy);
/** One in which each list has 500 rows. */
export const full = once(makeFull);

/** Of this worker's own, made once, when it is first asked for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

async function makeFull(): Promise<Listed> {
  const org = await makeOrganization();
  const list = await listed(org, await makeJob(org), 60);
  await fillWith500(list);
  return list;
}

async function makeBusy(): Promise<Busy> {
  const org = await makeOrganization();
  const job = await makeJob(org, { openings: 3 });
  const list = await listed(org, job, 3);
  const debriefed = await tell(org, job, "Dana Debriefed", 0, debriefOpen);
  const pending = await tell(org, job, "Petra Pending", 1, offered("pending", 8_000_000));
  const sent = await tell(org, job, "Sami Sent", 2, offered("sent", 8_000_000));
  const vacant = await makeJob(org, { title: "Staff Backend Engineer" });
  const busy = {
    ...list,
    vacantJobId: vacant.jobId,
    draftJobId: await emptyDraft(org),
    debriefedId: debriefed.applicationId,
    offeredId: pending.applicationId,
    feedbackId: await askedFeedback(org, job),
    offerId: await offerOf(org, pending.applicationId),
    ...(await versionsOf(org)),
    candidateToken: await linkOf(org, sent.candidateId),
    strangerToken: await linkOf(org, await strangerTo(org)),
    experimentId: await makeExperiment(org),
    unsentId: (await makeWebhook(org, 0)).endpointId,
    requisitionId: await requisitionOf(org, job),
    ...(await makeGrowth(org)),
    invitationToken: await invitationOf(org),
    resetToken: await mint(org, "password_reset", org.cast.engineer.accountId),
    outsider: await outsiderOf(org),
  };
  await tokensOf(org);
  await makeProgress(org);
  await makeFairness(org, job.jobId);
  await lengthenNames(org);
  return busy;
}

async function listed(org: Organization, job: Job, sent: number): Promise<Listed> {
  const owed = await tell(org, job, "Olga Owed", 3, callOwed(1, true));
  const unread = await tell(org, job, "Fay Fresh", 4, fresh);
  return {
    ...org,
    jobId: job.jobId,
    jobSlug: job.slug,
    freshId: unread.applicationId,
    owedId: owed.applicationId,
    interviewId: await interviewOf(org, owed.applicationId),
    ...(await makeWebhook(org, sent)),
    ...(await makePolicies(org, sent)),
  };
}

async function tell(org: Organization, job: Job, name: string, turn: number, story: Story) {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@${org.slug}.example`;
  const person = { name, email, headline: "Backend engineer, ticketing", location: "Berlin" };
  const one = await apply(org, job, person, daysAgo(19), turn);
  await story(one, panelOf(org));
  return one;
}

async function askedFeedback(org: Organization, job: Job): Promise<string> {
  const { applicationId } = await tell(org, job, "Rhea Rejected", 5, rejectedAfterCall);
  const asked = { orgId: org.org.id, applicationId, askedAt: daysAgo(1), draftRevision: 0 };
  await withinOrg(org.db, org.org.id, (tx) => tx.insert(feedback).values(asked));
  return applicationId;
}

async function emptyDraft(org: Organization): Promise<string> {
  const spec = { title: "Backend Engineer", team: "Payments", level: "senior" as const };
  const post = { body: "", pay: null, workplace: "hybrid" as const, closingDate: null };
  const rest = { locations: ["DE-BE"], openings: 1, tasks: [], post };
  return draftJob(org, daysAgo(3), { ...spec, ...rest }, org.team);
}

async function offerOf({ db, org }: Organization, applicationId: string): Promise<string> {
  const [row] = await withinOrg(db, org.id, (tx) =>
    tx.select().from(offer).where(eq(offer.applicationId, applicationId)),
  );
  return row?.id ?? "";
}

async function interviewOf({ db, org }: Organization, applicationId: string): Promise<string> {
  // One whose time is over is held as soon as the worker has seen it.
  const ofIt = and(
    eq(interview.applicationId, applicationId),
    inArray(interview.state, ["scheduled", "held"]),
  );
  const [row] = await withinOrg(db, org.id, (tx) => tx.select().from(interview).where(ofIt));
  return row?.id ?? "";
}

/** The framework that each organization begins with, as it is published and as a draft. */
async function versionsOf({ db, org, acting, cast }: Organization) {
  const [known] = await withinOrg(db, org.id, (tx) => tx.select().from(framework));
  const of = { frameworkId: known?.id ?? "" };
  const to = "framework.startDraft";
  const { versions } = await acting.act(cast.admin, daysAgo(1), to, startFrameworkDraft, of);
  return {
    ...of,
    draftVersionId: versions[0]?.id ?? "",
    publishedVersionId: versions[1]?.id ?? "",
  };
}

/** One's own token and one of a service account, which the admin sees. */
async function tokensOf({ acting, cast }: Organization): Promise<void> {
  const at = daysAgo(4);
  const add = { name: "Weekly figures", roles: ["recruiter" as const] };
  const to = "organization.addService";
  const { id: serviceId } = await acting.act(cast.admin, at, to, addService, add);
  const scopes = ["job.list" as const, "application.board" as const];
  for (const ownedBy of [null, serviceId]) {
    const name = ownedBy === null ? `Nightly report ${"x".repeat(65)}` : "Figures";
    const token = { serviceId: ownedBy, name, days: 90, scopes };
    await acting.act(cast.admin, at, "token.create", createToken, token);
  }
}

async function requisitionOf(org: Organization, job: Job): Promise<string> {
  const asked = await askRequisition(org, org.cast.manager, daysAgo(2), {
    jobId: job.jobId,
    title: "Senior Backend Engineer",
    levelKey: "senior",
    locations: ["DE-BE"],
    seats: 2,
    band: { minMinor: 7_000_000, maxMinor: 9_000_000, currency: "EUR" },
    reason: "The team takes on payouts.",
    groups: [{ name: "Finance", approvals: 1, memberIds: [org.cast.approver.memberId] }],
  });
  return asked.id;
}

async function invitationOf(org: Organization): Promise<string> {
  const email = `ivo@${org.slug}.test`;
  const who = { name: "Ivo Invited", email, title: "", roles: ["interviewer" as const] };
  await org.acting.act(org.cast.admin, daysAgo(1), "organization.invite", invite, who);
  const [row] = await withinOrg(org.db, org.org.id, (tx) =>
    tx.select().from(member).where(eq(member.email, email)),
  );
  return mint(org, "invitation", row?.id ?? "");
}

async function strangerTo({ db, org, slug }: Organization): Promise<string> {
  const id = newId();
  const person = { id, orgId: org.id, name: "Nadja Nobody", email: `nadja@${slug}.example` };
  const rest = { phone: "", headline: "", location: "", links: [], createdAt: daysAgo(2) };
  await withinOrg(db, org.id, (tx) => tx.insert(candidate).values({ ...person, ...rest }));
  return id;
}

async function outsiderOf({ db, slug }: Organization): Promise<Who> {
  const id = newId();
  const email = `someone-with-a-rather-long-address-of-their-own@${slug}.example`;
  await db.insert(account).values({ id, email, name: "Otis Outsider", createdAt: daysAgo(2) });
  return { accountId: id };
}

async function mint(
  { db, org }: Organization,
  kind: "invitation" | "password_reset",
  subjectId: string,
): Promise<string> {
  const link = { kind, orgId: kind === "invitation" ? org.id : null, subjectId };
  return db.transaction((tx) => mintLink(tx, { ...link, at: new Date(), hours: 24 }));
}
