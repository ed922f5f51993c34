import { z } from "zod";
import { type Connector, nextByLink } from "./connector.ts";

const User = z.object({ login: z.string() }).nullable();

const headers = (secret: string) => ({
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
  authorization: `Bearer ${secret}`,
});

const Pulls = z.array(
  z.object({
    user: User,
    updated_at: z.iso.datetime(),
    closed_at: z.iso.datetime().nullable(),
    merged_at: z.iso.datetime().nullable(),
  }),
);

/**
 * Pull requests of a repository: `GET /repos/{owner}/{repo}/pulls`, the last changed first
 * (docs.github.com/rest/pulls/pulls#list-pull-requests).
 */
export const github: Connector = {
  metric: "reviews_passed",
  counts: "pull requests of the person that were closed, and of these the merged ones",
  headers,
  path: ({ project, cursor }) =>
    `/repos/${project}/pulls?state=closed&sort=updated&direction=desc&per_page=100&page=${cursor ?? "1"}`,
  read: (answer, { window, cursor }) => {
    const pulls = Pulls.parse(answer.body);
    const items = pulls.flatMap(({ user, closed_at, merged_at }) =>
      user === null || closed_at === null
        ? []
        : [{ login: user.login, day: closed_at.slice(0, 10), good: merged_at !== null }],
    );
    // What was closed in the stretch was changed in it or later.
    const over = (pulls.at(-1)?.updated_at.slice(0, 10) ?? "") < window.from;
    return { items, next: over ? null : nextByLink(answer, cursor) };
  },
};

const Issues = z.array(
  z.object({
    closed_at: z.iso.datetime().nullable(),
    state_reason: z.string().nullish(),
    assignees: z.array(z.object({ login: z.string() })).nullish(),
    pull_request: z.unknown().optional(),
  }),
);

/**
 * Issues of a repository: `GET /repos/{owner}/{repo}/issues`, which lists pull requests, too
 * (docs.github.com/rest/issues/issues#list-repository-issues).
 */
export const githubIssues: Connector = {
  metric: "features",
  counts: "issues assigned to the person that were closed as completed",
  headers,
  path: ({ project, window, cursor }) =>
    `/repos/${project}/issues?state=closed&since=${window.from}T00:00:00Z&per_page=100&page=${cursor ?? "1"}`,
  read: (answer, { cursor }) => ({
    items: Issues.parse(answer.body).flatMap(
      ({ closed_at, state_reason, assignees, pull_request }) =>
        closed_at === null || pull_request !== undefined
          ? []
          : (assignees ?? []).map(({ login }) => ({
              login,
              day: closed_at.slice(0, 10),
              good: state_reason !== "not_planned" && state_reason !== "duplicate",
            })),
    ),
    next: nextByLink(answer, cursor),
  }),
};
