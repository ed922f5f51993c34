import { z } from "zod";
import type { Connector } from "./connector.ts";

const Found = z.object({
  issues: z.array(
    z.object({
      fields: z.object({
        assignee: z
          .object({ accountId: z.string(), emailAddress: z.string().optional() })
          .nullable(),
        resolutiondate: z.string().nullable(),
      }),
    }),
  ),
  nextPageToken: z.string().nullish(),
});

/**
 * Issues that are done: `GET /rest/api/3/search/jql`
 * (developer.atlassian.com/cloud/jira/platform/rest/v3, "Issue search"). The secret is an account's
 * e-mail address, a colon and its API token. Somebody is named by address or account id.
 */
export const jira: Connector = {
  metric: "features",
  counts: "stories assigned to the person that were resolved as done",
  headers: (secret) => ({
    accept: "application/json",
    authorization: `Basic ${Buffer.from(secret, "utf8").toString("base64")}`,
  }),
  path: ({ project, window, cursor }) => {
    const query = new URLSearchParams({
      jql:
        `project = "${project}" AND issuetype = Story AND statusCategory = Done` +
        ` AND resolutiondate >= "${window.from}" ORDER BY resolutiondate`,
      fields: "assignee,resolutiondate",
      maxResults: "100",
      ...(cursor === null ? {} : { nextPageToken: cursor }),
    });
    return `/rest/api/3/search/jql?${query.toString()}`;
  },
  read: (answer) => {
    const { issues, nextPageToken } = Found.parse(answer.body);
    return {
      items: issues.flatMap(({ fields: { assignee, resolutiondate } }) =>
        assignee === null || resolutiondate === null
          ? []
          : [assignee.accountId, assignee.emailAddress ?? ""]
              .filter((login) => login !== "")
              .map((login) => ({ login, day: resolutiondate.slice(0, 10), good: true })),
      ),
      next: nextPageToken ?? null,
    };
  },
};
