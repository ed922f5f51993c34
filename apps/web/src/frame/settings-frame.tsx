"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./settings-frame.module.css";
import { type SettingsGroup, settingsAt } from "./settings-places.ts";

/** A page of the settings beside the way to the others: a list where there is room, else a menu. */
export function SettingsFrame(props: {
  org: string;
  /** What this person may open; with a single page of it there is no way to others. */
  groups: SettingsGroup[];
  children: ReactNode;
}) {
  const { org, groups, children } = props;
  const here = settingsAt(groups, org, usePathname());
  const hrefOf = (path: string) => `/o/${org}/settings${path}`;
  const alone = groups.reduce((sum, { places }) => sum + places.length, 0) < 2;
  if (alone) return children;
  return (
    <div className={classes.frame} data-settings>
      <nav aria-label="Settings" className={classes.side} data-print="no">
        {groups.map(({ label, places }) => (
          <section key={label} aria-label={label}>
            <h2 className={classes.group}>{label}</h2>
            <ul className={classes.places}>
              {places.map((place) => (
                <li key={place.path}>
                  <Link
                    href={hrefOf(place.path)}
                    className={classes.place}
                    aria-current={here?.path === place.path ? "page" : undefined}
                  >
                    {place.label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <nav aria-label="Settings" className={classes.top} data-print="no">
        <Menu position="bottom-start" width={260} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button
              variant="default"
              size="sm"
              fullWidth
              justify="space-between"
              rightSection={<IconChevronDown size={16} stroke={1.7} aria-hidden="true" />}
            >
              {here === null ? "All settings" : `${here.group}: ${here.label}`}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="60dvh" className={classes.menu ?? ""}>
            {groups.map(({ label, places }) => [
              <Menu.Label key={label}>{label}</Menu.Label>,
              ...places.map((place) => (
                <Menu.Item
                  key={place.path}
                  component={Link}
                  href={hrefOf(place.path)}
                  aria-current={here?.path === place.path ? "page" : undefined}
                >
                  {place.label}
                </Menu.Item>
              )),
            ])}
          </Menu.Dropdown>
        </Menu>
      </nav>
      <div className={classes.page}>{children}</div>
    </div>
  );
}
