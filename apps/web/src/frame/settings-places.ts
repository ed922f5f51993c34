import type { Permission } from "@rubric/domain/permissions";
import { opensTo } from "../api/opens-to.ts";

interface SettingsPlace {
  label: string;
  /** Below `/o/<org>/settings`. */
  path: string;
  /** Who may call this sees the place. */
  permission: Permission;
}

export interface SettingsGroup {
  label: string;
  places: readonly SettingsPlace[];
}

const GROUPS: readonly SettingsGroup[] = [
  {
    label: "People and access",
    places: [
      { label: "General", path: "", permission: "organization.show" },
      { label: "Members", path: "/members", permission: "organization.listMembers" },
      { label: "Review rounds", path: "/rounds", permission: "round.list" },
    ],
  },
  {
    label: "Hiring rules",
    places: [
      { label: "Policies", path: "/policies", permission: "policy.list" },
      { label: "Rules", path: "/rules", permission: "policy.listRules" },
      { label: "Regions", path: "/regions", permission: "region.show" },
      { label: "Experiments", path: "/experiments", permission: "experiment.list" },
    ],
  },
  {
    label: "Pay and offers",
    places: [
      { label: "Pay bands", path: "/bands", permission: "band.list" },
      { label: "Approvals", path: "/approvals", permission: "approval.showFlow" },
    ],
  },
  {
    label: "Privacy",
    places: [{ label: "Retention", path: "/retention", permission: "retention.list" }],
  },
  {
    label: "Developers",
    places: [
      { label: "Webhooks", path: "/webhooks", permission: "webhook.list" },
      { label: "Sources of figures", path: "/sources", permission: "metric.listSources" },
      { label: "Access tokens", path: "/tokens", permission: "token.list" },
    ],
  },
];

/** The parts of the settings that a member with these roles may open, by the table of permissions. */
export function settingsFor(roles: readonly string[]): SettingsGroup[] {
  return GROUPS.flatMap(({ label, places }) => {
    const open = places.filter(({ permission }) => opensTo(permission, roles));
    return open.length === 0 ? [] : [{ label, places: open }];
  });
}

/** Where a path of an organization stands in the settings; null where it stands nowhere. */
export function settingsAt(
  groups: readonly SettingsGroup[],
  org: string,
  pathname: string,
): { group: string; label: string; path: string } | null {
  const rest = pathname.slice(`/o/${org}/settings`.length);
  for (const { label: group, places } of groups) {
    for (const { label, path } of places) {
      if (rest === path || (path !== "" && rest.startsWith(`${path}/`)))
        return { group, label, path };
    }
  }
  return null;
}
