import type { Connector } from "./connector.ts";
import { github, githubIssues } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jira } from "./jira.ts";

/** What can be asked for figures: code hosts for reviews, trackers for features. */
export const CONNECTORS = {
  github,
  gitlab,
  github_issues: githubIssues,
  jira,
} as const satisfies Record<string, Connector>;
