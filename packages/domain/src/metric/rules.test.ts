import { describe, expect, it } from "vitest";
import { problemOf, retryAt } from "./answers.ts";
import { baseOf } from "./address.ts";
import { figureOf } from "./figures.ts";
import { meetsTarget, METRIC_KEYS, METRICS } from "./metrics.ts";
import { periodOf, windowsOn } from "./periods.ts";
import {
  MOST_SOURCES,
  whyNotAddSource,
  whyNotFetch,
  whyNotFigure,
  whyNotSetSource,
  whyNotSource,
} from "./rules.ts";

describe("the metrics", () => {
  it("are each in the list once", () => {
    expect(Object.keys(METRICS)).toEqual([...METRIC_KEYS]);
  });

  it.each([
    ["response_time", 199.9, true],
    ["response_time", 200, false],
    ["error_rate", 0.99, true],
    ["error_rate", 1, false],
    ["uptime", 99.9, true],
    ["uptime", 99.89, false],
    ["features", 3, true],
    ["features", 5, true],
    ["features", 5.1, false],
    ["features", 2.9, false],
    ["reviews_passed", 90, true],
    ["reviews_passed", 89.9, false],
    ["feedback", 4, false],
    ["feedback", 4.1, true],
  ] as const)("%s of %d meets its target: %s", (key, value, meets) => {
    expect(meetsTarget(key, value)).toBe(meets);
  });
});

describe("periods", () => {
  it.each([
    ["week", "2026-11-18", "2026-11-16", "2026-11-22"],
    ["quarter", "2026-11-18", "2026-10-01", "2026-12-31"],
    ["quarter", "2027-01-01", "2027-01-01", "2027-03-31"],
    ["quarter", "2028-02-29", "2028-01-01", "2028-03-31"],
  ] as const)("the %s of %s", (period, day, from, through) => {
    expect(periodOf(period, day)).toEqual({ from, through });
  });

  it("are fetched of the quarter so far, and early in it of the one before", () => {
    expect(windowsOn("2026-11-18")).toEqual([{ from: "2026-10-01", through: "2026-11-18" }]);
    const before = { from: "2026-07-01", through: "2026-09-30" };
    expect(windowsOn("2026-10-14")).toEqual([
      before,
      { from: "2026-10-01", through: "2026-10-14" },
    ]);
    expect(windowsOn("2026-10-15")).toHaveLength(1);
  });
});

describe("figureOf", () => {
  const window = { from: "2026-10-01", through: "2026-10-28" };
  const item = (login: string, day: string, good = true) => ({ login, day, good });
  const items = [
    item("Mona", "2026-10-01"),
    item("mona", "2026-10-28"),
    item("mona", "2026-10-10", false),
    item("mona", "2026-10-29"),
    item("mona", "2026-09-30"),
    item("hubot", "2026-10-10"),
  ];

  it("is the merged share of what was closed in the stretch, whatever the case of the name", () => {
    expect(figureOf("reviews_passed", items, "MONA", window)).toEqual({ value: 200 / 3, n: 3 });
  });

  it("is the features of a sprint of two weeks", () => {
    expect(figureOf("features", items, "mona", window)).toEqual({ value: 1, n: 2 });
    const days = { from: "2026-10-26", through: "2026-10-28" };
    expect(figureOf("features", items, "mona", days)).toEqual({ value: 1, n: 1 });
  });

  it("is none where nothing ended", () => {
    expect(figureOf("features", items, "nobody", window)).toBeNull();
  });
});

describe("whyNotFigure", () => {
  const figure = { metric: "uptime", period: "quarter", from: "2026-10-01", value: 99.95 } as const;
  it.each([
    ["of the quarter", figure, null],
    ["of a week", { ...figure, period: "week", from: "2026-11-16" } as const, null],
    ["of half a quarter", { ...figure, from: "2026-11-01" }, "from"],
    ["of the next quarter", { ...figure, from: "2027-01-01" }, "from"],
    ["above what can be", { ...figure, value: 100.1 }, "value"],
    ["below zero", { ...figure, value: -1 }, "value"],
  ])("%s", (_name, of, field) => {
    const denial = whyNotFigure(of, "2026-11-18");
    const fields = denial?.code === "METRIC_FIGURE" ? Object.keys(denial.facts.fields) : [];
    expect(fields).toEqual(field === null ? [] : [field]);
  });
});

describe("whyNotSource", () => {
  const strict = { allowHttp: false, allowedNetworks: [] };
  it.each([
    ["github", "https://api.github.com", "acme/api", null],
    ["github", "https://api.github.com/", "acme/../api", "project"],
    ["github", "https://api.github.com", "acme/..", "project"],
    ["github", "https://api.github.com", "acme", "project"],
    ["github", "https://api.github.com?x=1", "acme/api", "baseUrl"],
    ["github", "http://api.github.com", "acme/api", "baseUrl"],
    ["github", "https://127.0.0.1:8443", "acme/api", "baseUrl"],
    ["github", "https://[::1]:8443", "acme/api", "baseUrl"],
    ["github", "https://169.254.169.254", "acme/api", "baseUrl"],
    ["github", "https://user:pass@example.com", "acme/api", "baseUrl"],
    ["gitlab", "https://gitlab.com/api/v4", "acme/team/api", null],
    ["gitlab", "https://gitlab.com/api/v4", "acme", "project"],
    ["jira", "https://acme.atlassian.net", "WEB", null],
    ["jira", "https://acme.atlassian.net", 'WEB" OR project != "X', "project"],
  ] as const)("%s at %s, %s", (kind, baseUrl, project, field) => {
    const denial = whyNotSource({ kind, project }, baseOf(baseUrl, strict));
    const fields = denial?.code === "METRIC_SOURCE" ? Object.keys(denial.facts.fields) : [];
    expect(fields).toEqual(field === null ? [] : [field]);
  });
});

describe("whyNotAddSource", () => {
  it.each([
    [MOST_SOURCES - 1, null],
    [MOST_SOURCES, "METRIC_SOURCE_LIMIT"],
  ])("beside %i others", (sources, code) => {
    expect(whyNotAddSource(sources)?.code ?? null).toBe(code);
  });
});

describe("whyNotSetSource", () => {
  it.each([
    ["active", "paused", null],
    ["paused", "paused", "METRIC_SOURCE_STATE"],
  ])("from %s to %s", (from, to, code) => {
    expect(whyNotSetSource(from, to)?.code ?? null).toBe(code);
  });
});

describe("whyNotFetch", () => {
  it.each([
    [{ sources: 2, ready: 1, minutes: 10 }, null],
    [{ sources: 2, ready: 0, minutes: 10 }, "METRIC_WAITS"],
    [{ sources: 0, ready: 0, minutes: 10 }, "METRIC_UNMAPPED"],
  ])("%o", (of, code) => {
    expect(whyNotFetch(of)?.code ?? null).toBe(code);
  });
});

describe("an answer", () => {
  const now = new Date("2026-11-18T12:00:00.000Z");
  const answer = (status: number, headers: Record<string, string> = {}) => ({
    status,
    header: (name: string) => headers[name] ?? null,
  });
  const inSeconds = (s: number) => new Date(now.getTime() + s * 1000);

  it.each([
    ["good", answer(200), undefined, null],
    ["429 in seconds", answer(429, { "retry-after": "90" }), "fewer requests", inSeconds(90)],
    [
      "429 by a date",
      answer(429, { "retry-after": "Wed, 18 Nov 2026 12:05:00 GMT" }),
      "fewer requests",
      inSeconds(300),
    ],
    ["429 without a word", answer(429), "fewer requests", inSeconds(3600)],
    ["429 for a year", answer(429, { "retry-after": "31536000" }), "fewer", inSeconds(86_400)],
    [
      "GitHub's 403 with nothing left",
      answer(403, {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": `${now.getTime() / 1000 + 60}`,
      }),
      "fewer requests",
      inSeconds(60),
    ],
    ["403", answer(403, { "x-ratelimit-remaining": "12" }), "may not read", null],
    ["401", answer(401), "does not take the token", null],
    ["404", answer(404), "no such project", null],
    ["a redirect", answer(302), "redirect", null],
    ["502", answer(502), "wrong on its side", null],
    ["teapot", answer(418), "It answered with 418.", null],
  ])("%s", (_name, given, words, waitUntil) => {
    const problem = problemOf(given, now);
    if (words === undefined) expect(problem).toBeNull();
    else {
      expect(problem?.sentence).toContain(words);
      expect(problem?.waitUntil ?? null).toEqual(waitUntil);
    }
  });

  it("that was bad is asked for again after hours, a day at most", () => {
    const hours = [1, 2, 3, 9].map((n) => (retryAt(n, now).getTime() - now.getTime()) / 3_600_000);
    expect(hours).toEqual([2, 4, 8, 24]);
  });
});
