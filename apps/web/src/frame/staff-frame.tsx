"use client";

import { Kbd, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar.tsx";
import { FrameSearch, type SearchFound, openSearch } from "./frame-search.tsx";
import { MeMenu } from "./me-menu.tsx";
import { type InnerPage, type NavKey, navAt, navHref, navItems } from "./nav.ts";
import { NavIcon } from "./nav-icon.tsx";
import { type OrgChoice, OrgMenu } from "./org-menu.tsx";
import classes from "./staff-frame.module.css";

export interface StaffFrameProps {
  org: OrgChoice;
  /** Every organization of this account, this one included. */
  orgs: OrgChoice[];
  me: { name: string; email: string };
  /** The items that this person may open; others do not appear. */
  nav: NavKey[];
  /** The pages within others that this person may open, for the search. */
  inner: InnerPage[];
  onSignOut: () => Promise<void>;
  /** Where one sees and ends one's sessions; without it the menu has no such entry. */
  accountHref?: string;
  /** Finds people and jobs as one types into ⌘K; pages are found without it. */
  search?: (words: string, signal: AbortSignal) => Promise<SearchFound[]>;
  children: ReactNode;
}

/** The frame of every staff page: navigation, breadcrumb bar, search, and the person's menu. */
export function StaffFrame(props: StaffFrameProps) {
  const { org, orgs, me, nav, inner, onSignOut, accountHref, search, children } = props;
  const os = useOs();
  const here = navAt(org.slug, usePathname());
  return (
    <div data-frame="staff" className={classes.frame}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <nav className={classes.nav} aria-label="Main" data-print="no">
        <OrgMenu org={org} orgs={orgs} />
        <ul className={classes.items}>
          {nav.map((key) => (
            <li key={key}>
              <Link
                href={navHref(org.slug, key)}
                className={classes.item}
                aria-current={here === key ? "page" : undefined}
              >
                <NavIcon item={key} />
                {navItems[key].label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section className={classes.top} aria-label="Search and your menu" data-print="no">
        <UnstyledButton className={classes.search} onClick={openSearch}>
          <IconSearch size={15} stroke={1.8} aria-hidden="true" />
          <span>Search</span>
          <VisuallyHidden>with Control or Command and K</VisuallyHidden>
          <Kbd size="xs" aria-hidden="true">
            {os === "macos" || os === "ios" ? "⌘K" : "Ctrl K"}
          </Kbd>
        </UnstyledButton>
        <MeMenu
          me={me}
          org={org}
          nav={nav}
          onSignOut={onSignOut}
          {...(accountHref === undefined ? {} : { accountHref })}
        />
      </section>
      <main id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.content}>{children}</div>
      </main>
      <BottomBar org={org.slug} nav={nav} here={here} />
      <FrameSearch
        org={org.slug}
        nav={nav}
        inner={inner}
        {...(search === undefined ? {} : { search })}
      />
    </div>
  );
}
