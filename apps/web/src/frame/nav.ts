import type { Role } from "@rubric/domain/duties";
import type { Permission } from "@rubric/domain/permissions";
import { opensTo } from "../api/opens-to.ts";

interface NavItem {
  label: string;
  /** Below `/o/<org>`. */
  path: string;
  /** Who may call this sees the item. */
  permission: Permission;
  /** Of these, only members of one of these roles: to the others there is hardly ever anything. */
  roles?: readonly Role[];
}

/** Who leads hiring, or interviews: a page of figures tells the others that there are too few. */
const LEARNING = ["admin", "recruiter", "hiring_manager", "interviewer"] as const;

/** The staff pages in the order of the navigation. */
export const navItems = {
  home: { label: "Home", path: "", permission: "home.show" },
  jobs: { label: "Jobs", path: "/jobs", permission: "job.list" },
  candidates: { label: "Candidates", path: "/candidates", permission: "candidate.search" },
  interviews: { label: "Interviews", path: "/interviews", permission: "interview.list" },
  deadlines: { label: "Deadlines", path: "/deadlines", permission: "job.list" },
  frameworks: { label: "Frameworks", path: "/frameworks", permission: "framework.list" },
  growth: { label: "Growth", path: "/growth", permission: "ladder.listTeam" },
  insight: { label: "Insight", path: "/insight", permission: "insight.show", roles: LEARNING },
  settings: { label: "Settings", path: "/settings", permission: "organization.show" },
  fairness: { label: "Adverse impact", path: "/fairness", permission: "fairness.show" },
  audit: { label: "Audit", path: "/audit", permission: "audit.list" },
} as const satisfies Record<string, NavItem>;

export type NavKey = keyof typeof navItems;

const navKeys = [
  "home",
  "jobs",
  "candidates",
  "interviews",
  "deadlines",
  "frameworks",
  "growth",
  "insight",
  "settings",
  "fairness",
  "audit",
] as const satisfies readonly NavKey[];

/** The items that a member with these roles may open, by the table of permissions itself. */
export function navFor(roles: readonly string[]): NavKey[] {
  return navKeys.filter((key) => {
    const { permission, roles: only }: NavItem = navItems[key];
    const among = only === undefined || only.some((role) => roles.includes(role));
    return among && opensTo(permission, roles);
  });
}

/** A page that stands in no navigation, and that the search finds by its name. */
export type InnerPage = Pick<NavItem, "label" | "path"> & { of: NavKey };

const INNER: readonly (NavItem & { of: NavKey })[] = [
  { label: "My team", path: "/growth/team", permission: "ladder.listTeam", of: "growth" },
  { label: "Growth library", path: "/growth/library", permission: "library.show", of: "growth" },
  { label: "How I rate", path: "/growth/raters", permission: "round.showRaters", of: "growth" },
  { label: "Review rounds", path: "/settings/rounds", permission: "round.list", of: "settings" },
];

/** The pages within others that a member with these roles may open. */
export function innerPagesFor(roles: readonly string[]): InnerPage[] {
  return INNER.filter(({ permission }) => opensTo(permission, roles)).map(
    ({ label, path, of }) => ({ label, path, of }),
  );
}

/** The address of an item in an organization. */
export function navHref(org: string, key: NavKey): string {
  return `/o/${org}${navItems[key].path}`;
}

/** Which item a path belongs to, or null. */
export function navAt(org: string, pathname: string): NavKey | null {
  const rest = pathname.slice(`/o/${org}`.length);
  if (rest === "" || rest === "/") return "home";
  return (
    navKeys.find((key) => {
      const { path } = navItems[key];
      return path !== "" && (rest === path || rest.startsWith(`${path}/`));
    }) ?? null
  );
}
