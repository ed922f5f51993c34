import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { afterAll, beforeAll } from "vitest";

type Asked = { url: URL; headers: IncomingHttpHeaders };
type Answering = (asked: Asked, response: ServerResponse) => void;

/** A real HTTP server on a loopback port that answers as code hosts and trackers document it. */
export function useCodeHost() {
  const asked: Asked[] = [];
  const state: { port: number; answer: Answering } = { port: 0, answer: (_, r) => r.end("[]") };
  const server = createServer((request, response) => {
    const one = { url: new URL(request.url ?? "/", "http://host"), headers: request.headers };
    asked.push(one);
    state.answer(one, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    state.port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    asked,
    get url() {
      return `http://127.0.0.1:${state.port}`;
    },
    /** How it answers from now on. */
    answers(answer: Answering): void {
      state.answer = answer;
    },
  };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(200, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** A pull request, with what GitHub's documentation shows of one as far as it is looked at. */
export function pull(login: string | null, closedAt: string, merged: boolean) {
  return {
    url: "https://api.github.com/repos/octocat/Hello-World/pulls/1347",
    number: 1347,
    state: "closed",
    title: "Amazing new feature",
    user: login === null ? null : { login, id: 1, type: "User", site_admin: false },
    labels: [],
    created_at: "2026-09-01T19:01:12Z",
    updated_at: closedAt,
    closed_at: closedAt,
    merged_at: merged ? closedAt : null,
    draft: false,
  };
}

/** An issue as GitHub lists it; pull requests are listed, too, and say so. */
export function issue(login: string, closedAt: string, over: Record<string, unknown> = {}) {
  return {
    number: 1347,
    state: "closed",
    state_reason: "completed",
    title: "Found a feature",
    user: { login: "somebody", id: 2 },
    assignee: { login, id: 1 },
    assignees: [{ login, id: 1 }],
    closed_at: closedAt,
    created_at: "2026-09-01T19:01:12Z",
    ...over,
  };
}

/** A merge request as GitLab lists it. */
export function mergeRequest(username: string, state: "merged" | "closed" | "opened", at: string) {
  return {
    id: 1,
    iid: 1,
    project_id: 3,
    title: "test1",
    state,
    author: { id: 1, username, name: "Administrator", state: "active" },
    merged_at: state === "merged" ? at : null,
    closed_at: state === "closed" ? at : null,
    created_at: "2026-09-29T08:46:00Z",
    updated_at: at,
  };
}

/** An issue as Jira's search answers with it. */
export function story(accountId: string, emailAddress: string | undefined, resolved: string) {
  return {
    id: "10002",
    key: "WEB-1",
    self: "https://your-domain.atlassian.net/rest/api/3/issue/10002",
    fields: {
      assignee: { accountId, displayName: "Mia Krystof", active: true, emailAddress },
      resolutiondate: resolved,
    },
  };
}
