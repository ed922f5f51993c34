import { LinkTabs } from "./link-tabs.tsx";

/** The parts of an organization's settings, for who may open them all. */
export function SettingsTabs(props: {
  org: string;
  active: "general" | "members" | "policies" | "experiments" | "webhooks" | "tokens";
  active: "general" | "members" | "bands" | "approvals" | "webhooks" | "tokens";
  active: "general" | "members" | "policies" | "retention" | "webhooks" | "tokens";
  active: "general" | "members" | "regions" | "policies" | "webhooks" | "tokens";
  active: "general" | "members" | "policies" | "rules" | "webhooks" | "tokens";
  active: "general" | "members" | "policies" | "bands" | "approvals" | "webhooks" | "tokens";
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
        { key: "experiments", label: "Experiments", href: `/o/${org}/settings/experiments` },
        { key: "bands", label: "Pay bands", href: `/o/${org}/settings/bands` },
        { key: "approvals", label: "Approvals", href: `/o/${org}/settings/approvals` },
        { key: "retention", label: "Keeping", href: `/o/${org}/settings/retention` },
        { key: "regions", label: "Regions", href: `/o/${org}/settings/regions` },
        { key: "rules", label: "Rules", href: `/o/${org}/settings/rules` },
        { key: "webhooks", label: "Webhooks", href: `/o/${org}/settings/webhooks` },
        { key: "tokens", label: "Access tokens", href: `/o/${org}/settings/tokens` },
      ]}
    />
  );
}
