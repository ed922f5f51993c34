import { LinkTabs } from "../../ui/link-tabs.tsx";

/** The parts of an organization's settings. */
export function SettingsTabs({ org, active }: { org: string; active: "general" | "members" }) {
  return (
    <LinkTabs
      label="Settings"
      at={active}
      tabs={[
        { key: "general", label: "General", href: `/o/${org}/settings` },
        { key: "members", label: "Members", href: `/o/${org}/settings/members` },
      ]}
    />
  );
}
