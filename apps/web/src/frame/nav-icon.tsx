import {
  IconBriefcase,
  IconCalendarDue,
  IconCalendarEvent,
  IconChartDots,
  IconHome,
  IconListCheck,
  IconPlant2,
  IconScale,
  IconSettings,
  IconTable,
  IconUsers,
} from "@tabler/icons-react";
import type { NavKey } from "./nav.ts";

const icons = {
  home: IconHome,
  jobs: IconBriefcase,
  candidates: IconUsers,
  interviews: IconCalendarEvent,
  growth: IconPlant2,
  deadlines: IconCalendarDue,
  frameworks: IconTable,
  insight: IconChartDots,
  settings: IconSettings,
  fairness: IconScale,
  audit: IconListCheck,
} as const satisfies Record<NavKey, typeof IconHome>;

/** The icon of a navigation item. */
export function NavIcon({ item, size = 18 }: { item: NavKey; size?: number }) {
  const Icon = icons[item];
  return <Icon size={size} stroke={1.6} aria-hidden="true" />;
}
