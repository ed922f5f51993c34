import Link from "next/link";
import classes from "./link-tabs.module.css";

/** Tabs that are pages of their own, for the lower edge of a page header. */
export function LinkTabs(props: {
  label: string;
  tabs: readonly { key: string; label: string; href: string }[];
  at: string;
}) {
  const { label, tabs, at } = props;
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.key} href={tab.href} aria-current={tab.key === at ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
