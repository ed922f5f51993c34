"use client";

import { UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import classes from "./demo-accounts.module.css";

export interface DemoAccount {
  name: string;
  email: string;
  password: string;
  /** What this person does here, in a few words. */
  role: string;
}

/** The demo organization's people; each enters with one press. */
export function DemoAccounts({
  accounts,
  disabled,
  onChoose,
}: {
  accounts: DemoAccount[];
  disabled: boolean;
  onChoose: (account: DemoAccount) => void;
}) {
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={classes.title}>
        Or enter the demo as
      </h2>
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton
              className={classes.account}
              disabled={disabled}
              onClick={() => onChoose(account)}
            >
              <PersonAvatar name={account.name} size={30} withName detail={account.role} />
              <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
