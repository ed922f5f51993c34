"use client";

import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./bottom-bar.module.css";
import { openSearch } from "./frame-search.tsx";
import { type NavKey, navHref, navItems } from "./nav.ts";
import { NavIcon } from "./nav-icon.tsx";

/** What has a place there, for who may see it; as many of the first as there is room for. */
const onPhone = [
  "home",
  "interviews",
  "growth",
  "jobs",
  "audit",
] as const satisfies readonly NavKey[];
const room = 3;

/** The navigation of a phone, within reach of the thumb; the rest is in the search and the menu. */
export function BottomBar({ org, nav, here }: { org: string; nav: NavKey[]; here: NavKey | null }) {
  return (
    <nav className={classes.bar} aria-label="Main, short" data-print="no">
      {onPhone
        .filter((key) => nav.includes(key))
        .slice(0, room)
        .map((key) => (
          <Link
            key={key}
            href={navHref(org, key)}
            className={classes.item}
            aria-current={here === key ? "page" : undefined}
          >
            <NavIcon item={key} size={22} />
            {navItems[key].label}
          </Link>
        ))}
      <UnstyledButton className={classes.item} onClick={openSearch}>
        <IconSearch size={22} stroke={1.6} aria-hidden="true" />
        Search
      </UnstyledButton>
    </nav>
  );
}
