import type { Database } from "@rubric/db";
import {
  application,
  candidate,
  debrief,
  framework,
  frameworkVersion,
  interview,
  job,
  member,
  offer,
  organization,
  review,
  scorecard,
} from "@rubric/db/schema";
import { withinOrg } from "@rubric/api/demo/organization";
import { DEMO_ORGANIZATION, mintLink } from "@rubric/domain/identity";
import { and, desc, eq, gt, lt } from "drizzle-orm";

/** A page in one of its states: its route in the app, an address of it, and who looks. */
export type Place = {
  route: string;
  /** What is special about this state, as in "sealed". */
  state: string;
  path: string;
  /** The account of a member; null for a page without an account. */
  accountId: string | null;
};

type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Every page of the app with something to show, in the organization that the demo loaded. */
export async function demoPlaces(db: Database): Promise<Place[]> {
  const { slug } = DEMO_ORGANIZATION;
  const [org] = await db.select().from(organization).where(eq(organization.slug, slug));
  if (org === undefined) throw new Error("The demo organization is not loaded.");
  return withinOrg(db, org.id, async (tx) => {
    const accounts = await accountsOf(tx);
    const staff = await staffPlaces(tx, accounts, `/o/${slug}`);
    return [...(await publicPlaces(tx, org.id, slug)), ...staff];
  });
}

async function publicPlaces(tx: Tx, orgId: string, slug: string): Promise<Place[]> {
  const at = (route: string, path: string, state = "") => ({ route, state, path, accountId: null });
  const link = (kind: "candidate" | "invitation" | "password_reset", subjectId: string) =>
    mintLink(tx, { kind, orgId, subjectId, at: new Date(), hours: 24 });
  const ownPage = async (state: string, applicationId: string) => {
    const [row] = await tx
      .select({ candidateId: application.candidateId })
      .from(application)
      .where(eq(application.id, applicationId));
    const token = await link("candidate", row?.candidateId ?? "");
    return at("[org]/me/[token]", `/${slug}/me/${token}`, state);
  };
  const [published] = await tx
    .select()
    .from(job)
    .where(eq(job.state, "open"))
    .orderBy(job.createdAt);
  const [invited] = await tx.select().from(member).limit(1);
  const reset = await link("password_reset", invited?.accountId ?? "");
  return [
    at("", "/"),
    at("sign-in", "/sign-in"),
    at("sign-up", "/sign-up"),
    at("forgot", "/forgot"),
    at("join/[token]", `/join/${"x".repeat(52)}`, "link used up"),
    at("reset/[token]", `/reset/${reset}`),
    at("record/[token]", `/record/${"x".repeat(52)}`, "before it is fetched"),
    at("[org]/jobs", `/${slug}/jobs`),
    at("[org]/jobs/[job]", `/${slug}/jobs/${published?.slug ?? ""}`),
    at("[org]/jobs/[job]", `/${slug}/jobs/nothing-here`, "gone"),
    at("[org]/me", `/${slug}/me`),
    at("[org]/me/[token]", `/${slug}/me/${"x".repeat(52)}`, "link used up"),
    await ownPage("choose a time", (await applicationWith(tx, "interview", "proposed")) ?? ""),
    await ownPage("interview ahead", await applicationAhead(tx)),
    await ownPage("offer", (await applicationWith(tx, "offer", "sent")) ?? ""),
    await ownPage("ended", await endedApplication(tx)),
  ];
}

async function staffPlaces(
  tx: Tx,
  accounts: ReadonlyMap<string, { accountId: string; memberId: string }>,
  base: string,
): Promise<Place[]> {
  const by = (name: string) => accounts.get(name)?.accountId ?? null;
  const at = (who: string, route: string, path: string, state = "") => ({
    route: `o/[org]${route}`,
    state: state === "" ? who : `${who}, ${state}`,
    path: `${base}${path}`,
    accountId: by(who),
  });
  const [senior] = await tx.select().from(job).where(eq(job.state, "open")).orderBy(job.createdAt);
  const [held] = await tx.select().from(job).where(eq(job.state, "on_hold"));
  const [drafted] = await tx.select().from(job).where(eq(job.state, "draft"));
  const [rules] = await tx.select().from(framework);
  const jonas = accounts.get("jonas")?.memberId ?? "";
  const kit = (state: (typeof scorecard.$inferSelect)["state"]) => interviewOf(tx, jonas, state);
  const sealed = (await applicationWith(tx, "scorecard", "draft")) ?? "";
  const decided = (await applicationWith(tx, "offer", "sent")) ?? "";
  const talk = (await applicationWith(tx, "debrief", "open")) ?? "";
  const pending = (await applicationWith(tx, "offer", "pending")) ?? "";
  const askedOf = async (approver: string) => {
    const memberId = accounts.get(approver)?.memberId ?? "";
    const [asked] = await tx
      .select()
      .from(offer)
      .where(and(eq(offer.state, "pending"), eq(offer.approverId, memberId)));
    return asked?.id ?? "";
  };
  const [newest, earlier] = await tx
    .select()
    .from(frameworkVersion)
    .orderBy(desc(frameworkVersion.number));
  const jobTabs = (who: string, id: string, state: string) =>
    ["", "/rubric", "/plan", "/posts", "/team"].map((tab) =>
      at(who, `/jobs/[jobId]${tab}`, `/jobs/${id}${tab}`, state),
    );
  const application = (who: string, id: string, state: string, tab = "") =>
    at(who, `/applications/[applicationId]${tab}`, `/applications/${id}${tab}`, state);
  const [reviewed] = await tx.select().from(review).where(eq(review.state, "closed"));
  const grown = `/growth/${accounts.get("mateusz")?.memberId ?? ""}`;
  const growth = (who: string, tab: string, state?: string) =>
    at(who, `/growth/[memberId]${tab}`, `${grown}${tab}`, state);
  return [
    ...["ingrid", "tomas", "amara", "jonas", "lucia", "noor", "mateusz", "akiko"].map((who) =>
      at(who, "", ""),
    ),
    at("tomas", "/jobs", "/jobs"),
    at("tomas", "/jobs/new", "/jobs/new"),
    ...jobTabs("tomas", senior?.id ?? "", "open"),
    at(
      "tomas",
      "/jobs/[jobId]/applications",
      `/jobs/${senior?.id ?? ""}/applications?state=rejected`,
      "rejected",
    ),
    ...jobTabs("amara", held?.id ?? "", "on hold"),
    ...jobTabs("tomas", drafted?.id ?? "", "draft"),
    at("tomas", "/candidates", "/candidates"),
    at("tomas", "/interviews", "/interviews"),
    at("jonas", "/interviews", "/interviews", "own"),
    at("tomas", "/deadlines", "/deadlines?of=all"),
    at("jonas", "/deadlines", "/deadlines", "own"),
    at("jonas", "/interviews/[interviewId]", `/interviews/${await kit("assigned")}`, "to write"),
    at("jonas", "/interviews/[interviewId]", `/interviews/${await kit("draft")}`, "draft"),
    at("jonas", "/interviews/[interviewId]", `/interviews/${await kit("submitted")}`, "submitted"),
    application("tomas", sealed, "first call"),
    application("amara", talk, "debrief open"),
    application("jonas", talk, "assigned"),
    application("tomas", decided, "offer out"),
    application("tomas", await endedApplication(tx), "ended"),
    application("amara", talk, "open", "/debrief"),
    application("jonas", talk, "own second rating", "/debrief"),
    application("amara", sealed, "waiting", "/debrief"),
    application("amara", decided, "decided", "/debrief"),
    application("tomas", decided, "sent", "/offer"),
    application("tomas", (await applicationWith(tx, "offer", "draft")) ?? "", "draft", "/offer"),
    application("tomas", pending, "pending", "/offer"),
    at("lucia", "/offers/[offerId]", `/offers/${await askedOf("lucia")}`, "to approve"),
    at("ingrid", "/offers/[offerId]", `/offers/${await askedOf("ingrid")}`, "outside the range"),
    at("jonas", "/frameworks", "/frameworks"),
    at("ingrid", "/frameworks/[frameworkId]", `/frameworks/${rules?.id ?? ""}`),
    at(
      "ingrid",
      "/frameworks/[frameworkId]/compare",
      `/frameworks/${rules?.id ?? ""}/compare?before=${earlier?.id ?? ""}&after=${newest?.id ?? ""}`,
    ),
    at("amara", "/questions", "/questions"),
    at("amara", "/questions/health", "/questions/health"),
    at("tomas", "/insight", "/insight"),
    at("jonas", "/insight", "/insight", "one's own"),
    at("ingrid", "/settings", "/settings"),
    at("ingrid", "/settings/members", "/settings/members"),
    at("ingrid", "/settings/policies", "/settings/policies"),
    at("akiko", "/settings/policies", "/settings/policies", "read"),
    at("ingrid", "/settings/rules", "/settings/rules"),
    at("jonas", "/settings/rules", "/settings/rules", "read"),
    at("ingrid", "/settings/experiments", "/settings/experiments"),
    at("ingrid", "/settings/webhooks", "/settings/webhooks"),
    at("ingrid", "/settings/sources", "/settings/sources"),
    at("ingrid", "/settings/bands", "/settings/bands"),
    at("tomas", "/settings/bands", "/settings/bands", "read"),
    at("ingrid", "/settings/approvals", "/settings/approvals"),
    at("ingrid", "/settings/regions", "/settings/regions"),
    at("ingrid", "/settings/retention", "/settings/retention"),
    at("ingrid", "/settings/rounds", "/settings/rounds"),
    at("amara", "/growth/raters", "/growth/raters"),
    at(
      "yara",
      "/growth/[memberId]/baseline",
      `/growth/${accounts.get("yara")?.memberId ?? ""}/baseline`,
    ),
    at("ingrid", "/settings/tokens", "/settings/tokens"),
    growth("mateusz", "/progress", "own"),
    growth("amara", "/progress", "managed"),
    growth("mateusz", "/record", "own"),
    growth("amara", "/record", "managed"),
    at("tomas", "/requisitions", "/requisitions"),
    at("tomas", "/requisitions/new", "/requisitions/new"),
    at("mateusz", "/growth", "/growth"),
    at("amara", "/growth/team", "/growth/team"),
    growth("mateusz", ""),
    growth("amara", ""),
    growth("mateusz", "/reviews"),
    at(
      "mateusz",
      "/growth/[memberId]/reviews/[reviewId]",
      `${grown}/reviews/${reviewed?.id ?? ""}`,
    ),
    at("akiko", "/fairness", "/fairness"),
    at("akiko", "/audit", "/audit"),
    at("tomas", "/account", "/account"),
    at("tomas", "/api", "/api"),
    at("tomas", "/api/[procedure]", "/api/job.list"),
    at("tomas", "/api/[procedure]", "/api/offer.draft", "command"),
    at("mateusz", "/jobs/[jobId]", `/jobs/${senior?.id ?? ""}`, "not allowed"),
    application("tomas", "01900000-0000-7000-8000-000000000000", "not there"),
  ];
}

/** The demo's members by the left part of their address. */
async function accountsOf(tx: Tx) {
  const rows = await tx.select().from(member);
  return new Map(
    rows.map((row) => [
      row.email?.split("@")[0] ?? "",
      { accountId: row.accountId ?? "", memberId: row.id },
    ]),
  );
}

/** An application that has such a row in such a state; the newest. */
async function applicationWith(
  tx: Tx,
  what: "interview" | "scorecard" | "offer" | "debrief",
  state: string,
): Promise<string | undefined> {
  const table = { interview, scorecard, offer, debrief }[what];
  const rows = await tx
    .select({ id: table.applicationId, state: table.state })
    .from(table)
    .orderBy(desc(table.id));
  return rows.find((row) => row.state === state)?.id;
}

async function applicationAhead(tx: Tx): Promise<string> {
  const [row] = await tx
    .select({ id: interview.applicationId })
    .from(interview)
    .where(and(eq(interview.state, "scheduled"), gt(interview.startsAt, new Date())))
    .orderBy(interview.startsAt);
  return row?.id ?? "";
}

async function endedApplication(tx: Tx): Promise<string> {
  const [row] = await tx
    .select({ id: application.id })
    .from(application)
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .where(
      and(
        eq(application.state, "rejected"),
        lt(application.endedAt, new Date(Date.now() - 7_200_000)),
      ),
    )
    .orderBy(application.createdAt);
  return row?.id ?? "";
}

/** An interview of a member whose scorecard is in such a state: the last one, or the first to be written. */
async function interviewOf(
  tx: Tx,
  memberId: string,
  state: (typeof scorecard.$inferSelect)["state"],
): Promise<string> {
  const [row] = await tx
    .select({ id: interview.id })
    .from(scorecard)
    .innerJoin(interview, eq(interview.id, scorecard.interviewId))
    .where(and(eq(scorecard.authorId, memberId), eq(scorecard.state, state)))
    .orderBy(state === "submitted" ? desc(interview.startsAt) : interview.startsAt);
  return row?.id ?? "";
}
