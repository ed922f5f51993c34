"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { SearchField } from "../../ui/search-field.tsx";
import { SettingsTabs } from "../../ui/settings-tabs.tsx";
import { RuleItem } from "./rule-item.tsx";
import classes from "./rules.module.css";
import { findRules } from "./search-rules.ts";

/** Every rule that this server runs, from the list that it runs by. */
export function RulesPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { rules, maySettings } = useSuspenseQuery(trpc.policy.listRules.queryOptions({})).data;
  const [typed, setTyped] = useState("");
  const groups = findRules(rules, typed);
  const shown = groups.reduce((sum, group) => sum + group.rules.length, 0);
  return (
    <>
      <PageHeader
        title="Rules"
        crumbs={maySettings ? [{ label: "Settings", href: `/o/${org}/settings` }] : []}
        lead="Each rule that this server keeps, as it runs now: what it says, who asks it, what it refuses with and what tests it."
      >
        {maySettings ? <SettingsTabs org={org} active="rules" /> : undefined}
      </PageHeader>
      <div className={classes.search}>
        <SearchField
          label="Search rules, commands, refusals, laws"
          value={typed}
          onChange={setTyped}
        />
      </div>
      <p className={classes.count} role="status">
        {shown === rules.length ? `${shown} rules` : `${shown} of ${rules.length} rules`}
      </p>
      {shown === 0 ? (
        <EmptyState title="No rule holds all of these words">
          Try a command (offer.send), a refusal (HEADCOUNT) or a law (“law 9”).
        </EmptyState>
      ) : null}
      <div className={classes.groups}>
        {groups.map(({ title, rules: own }) => (
          <section key={title} className={panel.panel} aria-label={title}>
            <div className={panel.head}>
              <h2 className={panel.title}>{title}</h2>
              <span className={panel.quiet}>{own.length}</span>
            </div>
            <ul className={panel.list}>
              {own.map((rule) => (
                <li key={rule.name} className={panel.item}>
                  <RuleItem rule={rule} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
