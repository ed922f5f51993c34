import { z } from "zod";
import type { Connector } from "./connector.ts";

const Requests = z.array(
  z.object({
    state: z.string(),
    author: z.object({ username: z.string() }).nullable(),
    merged_at: z.iso.datetime({ offset: true }).nullable(),
    closed_at: z.iso.datetime({ offset: true }).nullable(),
  }),
);

/**
 * Merge requests of a project: `GET /projects/:id/merge_requests`
 * (docs.gitlab.com/api/merge_requests, "List project merge requests").
 */
export const gitlab: Connector = {
  metric: "reviews_passed",
  counts: "merge requests of the person that were merged or closed, and of these the merged ones",
  headers: (secret) => ({ accept: "application/json", "private-token": secret }),
  path: ({ project, window, cursor }) =>
    `/projects/${encodeURIComponent(project)}/merge_requests?scope=all&state=all` +
    `&updated_after=${window.from}T00:00:00Z&per_page=100&page=${cursor ?? "1"}`,
  read: (answer) => ({
    items: Requests.parse(answer.body).flatMap(({ state, author, merged_at, closed_at }) => {
      const good = state === "merged";
      const ended = good ? merged_at : state === "closed" ? closed_at : null;
      return author === null || ended === null
        ? []
        : [{ login: author.username, day: utcDay(ended), good }];
    }),
    next: /^\d+$/.test(answer.header("x-next-page") ?? "") ? answer.header("x-next-page") : null,
  }),
};

function utcDay(instant: string): string {
  return new Date(instant).toISOString().slice(0, 10);
}
