import { LinkTabs } from "./link-tabs.tsx";

/** The parts of an organization's settings, for who may open them all. */
export function SettingsTabs(props: {
  org: string;
  active:
    | "general"
    | "members"
    | "policies"
    | "rules"
    | "regions"
    | "bands"
    | "approvals"
    | "retention"
    | "experiments"
    | "webhooks"
    | "tokens";
}) {
  const { org, active } = props;
  return (
    <LinkTabs
      label="Settings"
      at={active}
      tabs={[
        { key: "general", label: "General", href: `/o/${org}/settings` },
        { key: "members", label: "Members", href: `/o/${org}/settings/members` },
        { key: "policies", label: "Policies", href: `/o/${org}/settings/policies` },
        { key: "rules", label: "Rules", href: `/o/${org}/settings/rules` },
        { key: "regions", label: "Regions", href: `/o/${org}/settings/regions` },
        { key: "bands", label: "Pay bands", href: `/o/${org}/settings/bands` },
        { key: "approvals", label: "Approvals", href: `/o/${org}/settings/approvals` },
        { key: "retention", label: "Retention", href: `/o/${org}/settings/retention` },
        { key: "experiments", label: "Experiments", href: `/o/${org}/settings/experiments` },
        { key: "webhooks", label: "Webhooks", href: `/o/${org}/settings/webhooks` },
        { key: "tokens", label: "Access tokens", href: `/o/${org}/settings/tokens` },
      ]}
    />
  );
}
