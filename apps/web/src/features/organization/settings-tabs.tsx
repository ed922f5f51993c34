"use client";

import { Tabs } from "@mantine/core";
import { useRouter } from "next/navigation";

/** The parts of an organization's settings. */
export function SettingsTabs({ org, active }: { org: string; active: "general" | "members" }) {
  const router = useRouter();
  const href = { general: `/o/${org}/settings`, members: `/o/${org}/settings/members` } as const;
  return (
    <Tabs
      value={active}
      onChange={(next) => (next === "general" || next === "members") && router.push(href[next])}
    >
      <Tabs.List aria-label="Settings">
        <Tabs.Tab value="general">General</Tabs.Tab>
        <Tabs.Tab value="members">Members</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}
