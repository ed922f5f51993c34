"use client";

import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import {
  IconApi,
  IconDeviceDesktop,
  IconKey,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from "@tabler/icons-react";
import Link from "next/link";
import { PersonAvatar } from "../ui/person-avatar.tsx";
import classes from "./menus.module.css";
import { type NavKey, navHref, navItems } from "./nav.ts";
import { NavIcon } from "./nav-icon.tsx";
import type { OrgChoice } from "./org-menu.tsx";

const schemes = [
  { value: "light", label: "Light", Icon: IconSun },
  { value: "dark", label: "Dark", Icon: IconMoon },
  { value: "auto", label: "As the system", Icon: IconDeviceDesktop },
] as const;

/** The signed-in person's menu: appearance, account, sign out; on a phone also every page. */
export function MeMenu({
  me,
  org,
  nav,
  onSignOut,
  accountHref,
}: {
  me: { name: string; email: string };
  org: OrgChoice;
  nav: NavKey[];
  onSignOut: () => Promise<void>;
  accountHref?: string;
}) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  function choose(value: string) {
    const scheme = schemes.find((each) => each.value === value);
    if (scheme !== undefined) setColorScheme(scheme.value);
  }
  return (
    <Menu
      position="bottom-end"
      width={240}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className={classes.me} aria-label={`Your menu, ${me.name}`}>
          <PersonAvatar name={me.name} size={28} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <div className={classes.whoName}>{me.name}</div>
          <div className={classes.whoMail}>{me.email}</div>
        </div>
        <Menu.Divider />
        {nav.map((key) => (
          <Menu.Item
            key={key}
            className={classes.phoneOnly ?? ""}
            component={Link}
            href={navHref(org.slug, key)}
            leftSection={<NavIcon item={key} size={16} />}
          >
            {navItems[key].label}
          </Menu.Item>
        ))}
        <Menu.Divider className={classes.phoneOnly ?? ""} />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={choose}>
          {schemes.map(({ value, label, Icon }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              rightSection={<Icon size={16} stroke={1.6} aria-hidden="true" />}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {accountHref === undefined ? null : (
          <Menu.Item
            component={Link}
            href={accountHref}
            leftSection={<IconUserCircle size={16} stroke={1.6} />}
          >
            Your account
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          href={`/o/${org.slug}/settings/tokens`}
          leftSection={<IconKey size={16} stroke={1.6} />}
        >
          Access tokens
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={`/o/${org.slug}/api`}
          leftSection={<IconApi size={16} stroke={1.6} />}
        >
          API reference
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.6} />}
          onClick={() => void onSignOut()}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
