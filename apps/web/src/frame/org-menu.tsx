"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { LogoMark } from "./logo.tsx";
import classes from "./menus.module.css";

export interface OrgChoice {
  slug: string;
  name: string;
}

/** The organization one is in; a menu where the account belongs to more than one. */
export function OrgMenu({ org, orgs }: { org: OrgChoice; orgs: OrgChoice[] }) {
  const label = (
    <>
      <LogoMark size={20} />
      <span className={classes.orgName}>{org.name}</span>
    </>
  );
  if (orgs.length < 2) return <div className={classes.org}>{label}</div>;
  return (
    <Menu position="bottom-start" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.org} aria-label={`Organization: ${org.name}. Change`}>
          {label}
          <IconSelector size={16} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {orgs.map((each) => (
          <Menu.Item
            key={each.slug}
            component="a"
            href={`/o/${each.slug}`}
            rightSection={each.slug === org.slug ? <IconCheck size={16} /> : null}
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
