import { auditDetail, metricSource } from "@rubric/db/schema";
import { STRICT, type Webhooks } from "@rubric/domain/webhook";
import {
  addSource,
  enterFigure,
  fetchFigures,
  removeSource,
  setLogin,
  setSource,
} from "@rubric/domain/metric";
import { showProgress } from "@rubric/domain/progress";
import { and, eq } from "drizzle-orm";
import pino from "pino";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeEngineer } from "../../../../../packages/domain/test/engineers.ts";
import { makePair, type Pair } from "../../../../../packages/domain/test/growth.ts";
import {
  command,
  type Harness,
  query,
  refusal,
  useHarness,
} from "../../../../../packages/domain/test/harness.ts";
import { setSourceSecret } from "../../../../../packages/domain/src/metric/set-source-secret.ts";
import { listSources } from "../../../../../packages/domain/src/metric/list-sources.ts";
import { dueSources } from "../../../../../packages/domain/src/metric/take.ts";
import { issue, json, mergeRequest, pull, story, useCodeHost } from "../../../test/code-host.ts";
import type { Member } from "@rubric/domain/context";
import { fetchSource } from "./fetch-source.ts";

const harness = useHarness();
const host = useCodeHost();
const NOW = new Date("2026-11-18T12:00:00.000Z");
const KEY = "a key of the operator that is long enough";
const inside: Webhooks = { ...STRICT, key: KEY, allowHttp: true, allowedNetworks: ["127.0.0.0/8"] };
let pair: Pair;
let who: Member;
let now = NOW;

beforeAll(async () => {
  pair = await makePair(harness);
});
beforeEach(async () => {
  now = NOW;
  harness.setClock(now);
  host.asked.length = 0;
  host.answers((_, response) => json(response, []));
  who = await makeEngineer(harness, pair.org, pair.boss.memberId);
  await harness.within(pair.org.id, (tx) =>
    tx.update(metricSource).set({ state: "removed" }).where(eq(metricSource.orgId, pair.org.id)),
  );
});

/** The harness with what the operator allows of addresses and keeps secrets with. */
const withNetwork = (): Harness => ({
  ...harness,
  deps: { ...harness.deps, webhooks: inside },
});

type Kind = "github" | "gitlab" | "github_issues" | "jira";
const PROJECT = {
  github: "octocat/hello",
  github_issues: "octocat/hello",
  gitlab: "acme/team/api",
  jira: "WEB",
};

async function source(kind: Kind, login: string | null, secret = "PLANTED-token") {
  const baseUrl = kind === "gitlab" ? `${host.url}/api/v4` : host.url;
  const input = { kind, baseUrl, project: PROJECT[kind], secret };
  const { admin } = pair.cast;
  const { id } = await command(
    withNetwork(),
    pair.org,
    admin,
    "metric.addSource",
    addSource,
    input,
  );
  if (login !== null) await named(who, id, login);
  return id;
}
const named = (by: Member, sourceId: string, login: string) =>
  command(harness, pair.org, by, "metric.setLogin", setLogin, {
    memberId: by.memberId,
    sourceId,
    login,
  });
const fetched = (id: string, webhooks: Webhooks = inside) =>
  fetchSource(
    { ...harness.deps, webhooks, now: () => now, log: pino({ level: "silent" }) },
    { orgId: pair.org.id, id },
  );
const progress = (by: Member = who) =>
  query(harness, pair.org, by, "progress.show", showProgress, { memberId: who.memberId });
const figures = async () =>
  (await progress()).figures.map(({ metric, from, through, value, n }) => ({
    metric,
    from,
    through,
    value,
    n,
  }));
async function stateOf(id: string) {
  const [row] = await harness.within(pair.org.id, (tx) =>
    tx
      .select()
      .from(metricSource)
      .where(and(eq(metricSource.orgId, pair.org.id), eq(metricSource.id, id))),
  );
  return row;
}

describe("a code host and a tracker", () => {
  it("GitHub: the merged share of the person's closed pull requests, page by page", async () => {
    const id = await source("github", "Octocat");
    host.answers(({ url }, response) => {
      const page = url.searchParams.get("page");
      const next = `<${host.url}/repositories/1/pulls?page=2>; rel="next", <${host.url}/x?page=2>; rel="last"`;
      if (page === "1") {
        const pulls = [
          pull("octocat", "2026-11-10T10:00:00Z", true),
          pull("octocat", "2026-11-09T10:00:00Z", false),
          pull("hubot", "2026-11-08T10:00:00Z", true),
        ];
        return json(response, pulls, { link: next });
      }
      const old = [
        pull("octocat", "2026-10-02T10:00:00Z", true),
        pull(null, "2026-10-02T10:00:00Z", true),
        pull("octocat", "2026-09-30T10:00:00Z", true),
      ];
      return json(response, old, { link: next });
    });
    await fetched(id);
    expect(host.asked.map(({ url }) => url.pathname + url.search)).toEqual([
      "/repos/octocat/hello/pulls?state=closed&sort=updated&direction=desc&per_page=100&page=1",
      "/repos/octocat/hello/pulls?state=closed&sort=updated&direction=desc&per_page=100&page=2",
    ]);
    expect(host.asked[0]?.headers).toMatchObject({
      authorization: "Bearer PLANTED-token",
      accept: "application/vnd.github+json",
    });
    expect(await figures()).toEqual([
      { metric: "reviews_passed", from: "2026-10-01", through: "2026-11-18", value: 200 / 3, n: 3 },
    ]);
    expect(await stateOf(id)).toMatchObject({ problem: null, fetchedAt: NOW, failures: 0 });
  });

  it("GitLab: the merged share of merge requests that ended, by the header of pages", async () => {
    const id = await source("gitlab", "root");
    host.answers(({ url }, response) =>
      url.searchParams.get("page") === "1"
        ? json(
            response,
            [
              mergeRequest("root", "merged", "2026-11-10T01:00:00.000+02:00"),
              mergeRequest("root", "opened", "2026-11-10T10:00:00.000Z"),
            ],
            { "x-next-page": "2" },
          )
        : json(response, [mergeRequest("root", "closed", "2026-10-10T10:00:00.000Z")], {
            "x-next-page": "",
          }),
    );
    await fetched(id);
    expect(host.asked.map(({ url }) => url.pathname)).toEqual([
      "/api/v4/projects/acme%2Fteam%2Fapi/merge_requests",
      "/api/v4/projects/acme%2Fteam%2Fapi/merge_requests",
    ]);
    expect(host.asked[0]?.headers["private-token"]).toBe("PLANTED-token");
    expect(await figures()).toMatchObject([{ metric: "reviews_passed", value: 50, n: 2 }]);
  });

  it("GitHub Issues: what was completed, without pull requests and what was not planned", async () => {
    const id = await source("github_issues", "octocat");
    host.answers((_, response) =>
      json(response, [
        ...Array.from({ length: 14 }, () => issue("octocat", "2026-11-10T10:00:00Z")),
        issue("octocat", "2026-11-10T10:00:00Z", { state_reason: "not_planned" }),
        issue("octocat", "2026-11-10T10:00:00Z", { pull_request: { url: "https://x" } }),
        issue("hubot", "2026-11-10T10:00:00Z"),
      ]),
    );
    await fetched(id);
    // 1 October to 18 November: 49 days are 3.5 sprints.
    expect(await figures()).toMatchObject([{ metric: "features", value: 4, n: 14 }]);
  });

  it("Jira: the stories that were done, by account or address, and the token of the next page", async () => {
    const id = await source("jira", "mia@example.com", "admin@example.com:PLANTED-token");
    host.answers(({ url }, response) =>
      url.searchParams.get("nextPageToken") === null
        ? json(response, {
            issues: Array.from({ length: 7 }, () =>
              story("5b10a2844c20165700ede21g", "mia@example.com", "2026-11-10T10:00:00.000+0000"),
            ),
            nextPageToken: "more==",
            isLast: false,
          })
        : json(response, {
            issues: Array.from({ length: 7 }, () =>
              story("5b10a2844c20165700ede21g", "mia@example.com", "2026-10-10T10:00:00.000+0000"),
            ),
            isLast: true,
          }),
    );
    await fetched(id);
    const [first, second] = host.asked;
    expect(first?.url.pathname).toBe("/rest/api/3/search/jql");
    expect(first?.url.searchParams.get("jql")).toContain('project = "WEB"');
    expect(second?.url.searchParams.get("nextPageToken")).toBe("more==");
    const basic = Buffer.from("admin@example.com:PLANTED-token").toString("base64");
    expect(first?.headers.authorization).toBe(`Basic ${basic}`);
    expect(await figures()).toMatchObject([{ metric: "features", value: 4, n: 14 }]);
  });
});

type Answer = Parameters<typeof host.answers>[0];

describe("a bad answer", () => {
  const text =
    (body: string): Answer =>
    (_, response) =>
      response.end(body);
  it.each<[string, Answer, string]>([
    ["an error of its own", (_, r) => r.writeHead(500).end(), "wrong on its side (500)"],
    ["a token that it does not take", (_, r) => r.writeHead(401).end("{}"), "token (401)"],
    [
      "a redirect",
      (_, r) => r.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      "none is followed",
    ],
    ["no JSON", text("<html>Sign in</html>"), "not what this kind of source documents"],
    ["a wrong field", text('[{"user":{"login":"octocat"},"updated_at":"yesterday"}]'), "documents"],
    [
      "half an answer",
      (_, r) => {
        r.writeHead(200, { "content-length": "100" }).write("[");
        setTimeout(() => r.destroy(), 10);
      },
      "broken off",
    ],
    [
      "pages without end",
      (_, r) => {
        const day = "2026-11-10T10:00:00Z";
        json(r, [pull("octocat", day, true)], { link: '<http://x?page=9>; rel="next"' });
      },
      "more than 30 pages",
    ],
    ["too much", (_, r) => r.end(`["${"x".repeat(9 * 1024 * 1024)}"]`), "larger than is read"],
  ])("is kept as a sentence, and no figure: %s", async (_name, answer, words) => {
    const id = await source("github", "octocat");
    host.answers(answer);
    await fetched(id);
    expect(await figures()).toEqual([]);
    const state = await stateOf(id);
    expect(state?.problem).toContain(words);
    expect(state).toMatchObject({ failures: 1, fetchedAt: null, claimedUntil: null });
    expect(state?.nextAt.getTime()).toBe(NOW.getTime() + 2 * 3_600_000);
    expect((await progress()).sources.find((one) => one.id === id)?.problem).toContain(words);
  });

  it("leaves the figures of before as they are, and is forgotten after a good one", async () => {
    const id = await source("github", "octocat");
    const good: Answer = (_, r) => json(r, [pull("octocat", "2026-11-10T10:00:00Z", true)]);
    host.answers(good);
    await fetched(id);
    now = new Date(NOW.getTime() + 7 * 86_400_000);
    host.answers((_, r) => r.writeHead(503).end());
    await fetched(id);
    expect(await figures()).toMatchObject([{ value: 100, n: 1, through: "2026-11-18" }]);
    now = new Date(now.getTime() + 86_400_000);
    host.answers(good);
    await fetched(id);
    expect(await figures()).toMatchObject([{ value: 100, through: "2026-11-26" }]);
    expect(await stateOf(id)).toMatchObject({ problem: null, failures: 0 });
  });

  it("429 is waited out, also by who asks for a fetch now", async () => {
    const id = await source("github", "octocat");
    host.answers((_, r) => r.writeHead(429, { "retry-after": "1800" }).end());
    await fetched(id);
    expect(await stateOf(id)).toMatchObject({
      waitUntil: new Date(NOW.getTime() + 1_800_000),
      nextAt: new Date(NOW.getTime() + 1_800_000),
    });
    const ask = () =>
      command(harness, pair.org, who, "metric.fetch", fetchFigures, { memberId: who.memberId });
    expect(await refusal(ask())).toBe("METRIC_WAITS");
    await fetched(id);
    expect(host.asked).toHaveLength(1);
    harness.setClock(new Date(NOW.getTime() + 1_800_000));
    expect(await ask()).toEqual({ sources: 1 });
  });

  it("nowhere is connected to that is private (SSRF), also where a name leads there later", async () => {
    const input = { kind: "github", baseUrl: host.url, project: "a/b", secret: "x" } as const;
    const asked = command(harness, pair.org, pair.cast.admin, "metric.addSource", addSource, input);
    expect(await refusal(asked)).toBe("METRIC_SOURCE");
    const id = await source("github", "octocat");
    const named: Webhooks = { ...inside, allowedNetworks: [], resolve: async () => ["127.0.0.1"] };
    await fetched(id, named);
    expect(host.asked).toEqual([]);
    expect((await stateOf(id))?.problem).toContain("private address");
  });
});

describe("asking", () => {
  it("is done by one of many workers", async () => {
    const id = await source("github", "octocat");
    await Promise.all(Array.from({ length: 8 }, () => fetched(id)));
    expect(host.asked).toHaveLength(1);
  });

  it("is due once a week and when somebody asks, and never of what is paused or removed", async () => {
    const id = await source("github", "octocat");
    const due = async () =>
      (await dueSources({ ...harness.deps, now: () => now }, pair.org.id)).includes(id);
    expect(await due()).toBe(true);
    await fetched(id);
    expect(await due()).toBe(false);
    now = new Date(NOW.getTime() + 7 * 86_400_000);
    expect(await due()).toBe(true);
    const at = { sourceId: id };
    const admin = pair.cast.admin;
    await command(harness, pair.org, admin, "metric.setSource", setSource, {
      ...at,
      state: "paused",
    });
    expect(await due()).toBe(false);
    await command(harness, pair.org, admin, "metric.setSource", setSource, {
      ...at,
      state: "active",
    });
    await command(harness, pair.org, admin, "metric.removeSource", removeSource, at);
    expect(await due()).toBe(false);
    expect(await stateOf(id)).toMatchObject({ state: "removed", secret: "" });
    expect((await progress()).sources).toEqual([]);
  });

  it("knows each name once, and nobody who has taken theirs back", async () => {
    const id = await source("github", "octocat");
    const other = await makeEngineer(harness, pair.org, null);
    expect(await refusal(named(other, id, "OCTOCAT"))).toBe("METRIC_LOGIN_TAKEN");
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, async () =>
        named(await makeEngineer(harness, pair.org, null), id, "hubot"),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await named(who, id, "");
    await named(other, id, "octocat");
    expect((await progress()).sources[0]?.login).toBeNull();
  });

  it("keeps a secret encrypted, in no answer and in no audit entry, and says when it cannot be read", async () => {
    const id = await source("github", "octocat");
    expect((await stateOf(id))?.secret).toMatch(/^aes:/);
    const { org, cast } = pair;
    const listed = await query(harness, org, cast.admin, "metric.listSources", listSources, {});
    const to = "metric.setSourceSecret";
    const input = { sourceId: id, secret: "PLANTED-other" };
    const changed = await command(withNetwork(), org, cast.admin, to, setSourceSecret, input);
    const details = await harness.within(pair.org.id, (tx) => tx.select().from(auditDetail));
    expect(JSON.stringify([listed, changed, details])).not.toContain("PLANTED");
    await fetched(id, { ...inside, key: "another key that is long enough too" });
    expect((await stateOf(id))?.problem).toContain("WEBHOOK_KEY");
  });

  it("law 1: figures are the pair's alone, sources the admins' to set up", async () => {
    const enter = (by: Member) =>
      command(harness, pair.org, by, "metric.enter", enterFigure, {
        memberId: who.memberId,
        metric: "feedback",
        period: "week",
        from: "2026-11-16",
        value: 4.5,
        n: 12,
      });
    await enter(who);
    const corrected = await enter(pair.boss);
    expect(corrected).toMatchObject({ enteredBy: pair.boss.name, meets: true });
    expect((await progress()).figures).toHaveLength(1);
    for (const other of [pair.cast.admin, pair.cast.auditor, pair.cast.engineer]) {
      expect(await refusal(enter(other))).toBe("NOT_FOUND");
    }
    const sources = query(harness, pair.org, who, "metric.listSources", listSources, {});
    expect(await refusal(sources)).toBe("FORBIDDEN");
  });
});
