import type { Case } from "@rubric/api/demo/journey";
import { withinOrg } from "@rubric/api/demo/organization";
import type { AppRouter } from "@rubric/api/router";
import { interview, offer, scorecard } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { expect, type Page } from "@playwright/test";
import { TRPCClientError } from "@trpc/client";
import type { Api } from "./api.ts";

/** By what one asks for an application and everything around it. */
export type Around = {
  slug: string;
  name: string;
  jobId: string;
  applicationId: string;
  stageIds: string[];
  interviewIds: string[];
  scorecardIds: string[];
  offerIds: string[];
};

/** Finds what stands around an application; `name` is how one would search for its candidate. */
export async function around(one: Case, name = "Casey"): Promise<Around> {
  const { applicationId, job, world } = one;
  const of = (table: typeof interview | typeof scorecard | typeof offer) =>
    withinOrg(world.db, world.org.id, async (tx) => {
      const rows = await tx
        .select({ id: table.id })
        .from(table)
        .where(eq(table.applicationId, applicationId));
      return rows.map((row) => row.id);
    });
  return {
    slug: world.org.slug,
    name,
    jobId: job.jobId,
    applicationId,
    stageIds: [...job.plan.stages.values()],
    interviewIds: await of(interview),
    scorecardIds: await of(scorecard),
    offerIds: await of(offer),
  };
}

type Procedures = AppRouter["_def"]["record"];
type QueryOf<F extends keyof Procedures> = {
  [P in keyof Procedures[F] & string]: Procedures[F][P] extends { _def: { type: "query" } }
    ? `${F}.${P}`
    : never;
}[keyof Procedures[F] & string];
/** Every query that the router answers; one more that nobody asks below does not compile. */
type QueryPath = { [F in keyof Procedures]: QueryOf<F> }[keyof Procedures];

/** A query that speaks of no candidate is not asked. */
const NONE: (() => Promise<unknown>)[] = [];

const JOBS = ["draft", "open", "on_hold", "closed"] as const;

function questions(api: Api, at: Around) {
  const { jobId, applicationId } = at;
  const of = { applicationId };
  const each = <T>(ids: string[], ask: (id: string) => Promise<T>) =>
    ids.map((id) => () => ask(id));
  return {
    "approval.showFlow": NONE,
    "approval.showJobFlow": [() => api.approval.showJobFlow.query({ jobId })],
    "application.board": [() => api.application.board.query({ jobId })],
    "application.list": (["active", "rejected"] as const).map(
      (state) => () => api.application.list.query({ jobId, stageId: null, state }),
    ),
    "application.show": [() => api.application.show.query(of)],
    "audit.list": [() => wholeTrail(api)],
    "audit.verify": NONE,
    "band.export": NONE,
    "band.list": [() => api.band.list.query({ frameworkId: null })],
    "candidate.listPosts": NONE,
    "candidate.search": ["", at.name].map((query) => () => api.candidate.search.query({ query })),
    "candidate.showOwn": [() => api.candidate.showOwn.query({})],
    "candidate.showPost": NONE,
    "deadline.list": (["mine", "all"] as const).flatMap((scope) =>
      ([null, "past"] as const).map((when) => () => api.deadline.list.query({ scope, when })),
    ),
    "debrief.show": each(at.stageIds, (stageId) => api.debrief.show.query({ ...of, stageId })),
    // Aggregates of many, and rules that nobody's application decides.
    "experiment.list": [() => api.experiment.list.query({})],
    "experiment.show": NONE,
    "fairness.show": [() => api.fairness.show.query({})],
    "fairness.showOwn": [() => api.fairness.showOwn.query({})],
    "framework.compare": NONE,
    "framework.export": NONE,
    "framework.list": NONE,
    "framework.show": NONE,
    "home.show": [() => api.home.show.query({})],
    "identity.listSessions": NONE,
    "identity.me": NONE,
    "identity.showInvitation": NONE,
    "insight.listQuestions": [
      () => api.insight.listQuestions.query({ competencyKey: null, show: "all", order: "asked" }),
    ],
    "insight.show": [() => api.insight.show.query({})],
    "interview.list": (["mine", "jobs"] as const).map(
      (scope) => () => api.interview.list.query({ scope }),
    ),
    "interview.showKit": each(at.interviewIds, (interviewId) =>
      api.interview.showKit.query({ interviewId }),
    ),
    "job.list": [() => api.job.list.query({ states: [...JOBS], search: null, mine: false })],
    "job.show": [() => api.job.show.query({ jobId })],
    // Nobody's growth is a candidate's (test/law-1/growth.ts looks for its words).
    "baseline.show": NONE,
    "feedback.show": [() => api.feedback.show.query(of)],
    "ladder.compare": NONE,
    "library.export": NONE,
    "library.preview": NONE,
    "library.show": NONE,
    "plan.preview": NONE,
    "plan.show": NONE,
    "ladder.listTeam": NONE,
    "ladder.show": NONE,
    "metric.listSources": NONE,
    "progress.show": NONE,
    "record.show": NONE,
    "review.show": NONE,
    "round.list": NONE,
    "round.showRaters": NONE,
    "offer.list": [() => api.offer.list.query(of)],
    "offer.show": each(at.offerIds, (offerId) => api.offer.show.query({ offerId })),
    "organization.listHired": NONE,
    "organization.listMembers": NONE,
    "organization.pickMembers": NONE,
    "organization.show": NONE,
    "organization.showSignUp": NONE,
    "preparation.list": NONE,
    "preparation.plan": NONE,
    "preparation.show": NONE,
    "policy.list": [() => api.policy.list.query({})],
    "policy.listCases": NONE,
    "policy.listRules": NONE,
    "question.export": NONE,
    "question.list": NONE,
    "retention.list": NONE,
    "retention.listDue": [() => api.retention.listDue.query({})],
    "retention.show": [() => api.retention.show.query(of)],
    "requisition.list": [() => api.requisition.list.query({ states: [] })],
    "requisition.show": NONE,
    "scorecard.list": [() => api.scorecard.list.query(of)],
    "scorecard.show": each(at.scorecardIds, (scorecardId) =>
      api.scorecard.show.query({ scorecardId }),
    ),
    "region.exportPack": NONE,
    "region.show": NONE,
    "token.list": NONE,
    "webhook.list": NONE,
    "webhook.listDeliveries": NONE,
    "webhook.showDelivery": NONE,
  } satisfies Record<QueryPath, (() => Promise<unknown>)[]>;
}

async function wholeTrail(api: Api): Promise<unknown[]> {
  const pages = [];
  let cursor: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof api.audit.list.query>> = await api.audit.list.query({
      cursor,
    });
    pages.push(page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

/** The answers to all that the API can be asked about an application, by the names of the queries. */
export async function everyAnswer(api: Api, at: Around): Promise<Map<string, string>> {
  const asked = Object.entries<(() => Promise<unknown>)[]>(questions(api, at));
  const heard = await Promise.all(
    asked.map(async ([path, asks]) => {
      const answers = await Promise.all(asks.map((ask) => ask().catch(refused)));
      return [path, JSON.stringify(answers)] as const;
    }),
  );
  return new Map(heard);
}

/** What a refusal says is heard too; a call that broke down was not answered. */
function refused(error: unknown): unknown {
  if (!(error instanceof TRPCClientError)) throw error;
  const { data, message } = error;
  const heard = JSON.stringify({ message, data });
  if (data === undefined || /"(INTERNAL|TOO_MANY)"/.test(heard)) throw error;
  return heard;
}

/** Every page of the staff app that could show something of an application. */
export function pagesAround(at: Around): string[] {
  const application = `/applications/${at.applicationId}`;
  return [
    "",
    `/jobs/${at.jobId}`,
    "/candidates",
    "/interviews",
    ...at.interviewIds.map((id) => `/interviews/${id}`),
    application,
    `${application}/debrief`,
    `${application}/offer`,
    ...at.offerIds.map((id) => `/offers/${id}`),
    "/audit",
  ].map((path) => `/o/${at.slug}${path}`);
}

/** What the server sends for each of these pages, data for the browser included; by their paths. */
export async function everyPage(page: Page, paths: string[]): Promise<Map<string, string>> {
  const sent = await Promise.all(
    paths.map(async (path) => {
      const answer = await page.request.get(path);
      expect(answer.status(), path).toBeLessThan(500);
      return [path, await answer.text()] as const;
    }),
  );
  return new Map(sent);
}

/** Where one of the words stands, as "application.show: Casey"; nowhere is an empty list. */
export function findWords(heard: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...heard].flatMap(([where, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${where}: ${word}`),
  );
}
