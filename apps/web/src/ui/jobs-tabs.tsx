import { LinkTabs } from "./link-tabs.tsx";

/** Jobs, and the requisitions that allow to hire for them. */
export function JobsTabs({ org, at }: { org: string; at: "jobs" | "requisitions" }) {
  return (
    <LinkTabs
      label="Jobs and requisitions"
      at={at}
      tabs={[
        { key: "jobs", label: "Jobs", href: `/o/${org}/jobs` },
        { key: "requisitions", label: "Requisitions", href: `/o/${org}/requisitions` },
      ]}
    />
  );
}
