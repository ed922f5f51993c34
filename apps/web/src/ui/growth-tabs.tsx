import { LinkTabs } from "./link-tabs.tsx";

export type GrowthTab = "standing" | "reviews" | "baseline" | "plan" | "progress" | "record";

/** The pages of one member's growth, for the member and their manager. */
export function GrowthTabs(props: {
  org: string;
  memberId: string;
  mine: "self" | "manager";
  at: GrowthTab;
}) {
  const { org, memberId, mine, at } = props;
  const href = `/o/${org}/growth/${memberId}`;
  return (
    <LinkTabs
      label="Pages of this person's growth"
      at={at}
      tabs={[
        { key: "standing", label: "Standing", href },
        { key: "reviews", label: "Reviews", href: `${href}/reviews` },
        { key: "baseline", label: "Baseline", href: `${href}/baseline` },
        { key: "plan", label: "Plan", href: `${href}/plan` },
        { key: "progress", label: "Progress", href: `${href}/progress` },
        // The person alone takes it along.
        ...(mine === "self" ? [{ key: "record", label: "Record", href: `${href}/record` }] : []),
      ]}
    />
  );
}
