"use client";

import { Select } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { SearchField } from "../../ui/search-field.tsx";
import { type Bound, RuleItem } from "./rule-item.tsx";
import classes from "./rules.module.css";
import { choicesOf, findRules, NO_FILTER, type RuleFilter } from "./search-rules.ts";

/** Every rule that this server runs, from the list that it runs by. */
export function RulesPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { rules, maySettings } = useSuspenseQuery(trpc.policy.listRules.queryOptions({})).data;
  // Whoever may not see the policies sees the rules all the same.
  const policies = useQuery(trpc.policy.list.queryOptions({}, { enabled: maySettings })).data;
  useEffect(() => openNamed(window.location.hash), []);
  const [by, setBy] = useState<RuleFilter>(NO_FILTER);
  const { features, laws } = useMemo(() => choicesOf(rules), [rules]);
  const groups = findRules(rules, by);
  const shown = groups.reduce((sum, group) => sum + group.rules.length, 0);
  const narrow = (part: Partial<RuleFilter>) => setBy({ ...by, ...part });
  return (
    <>
      <PageHeader
        title="Rules"
        crumbs={maySettings ? [{ label: "Settings", href: `/o/${org}/settings` }] : []}
        lead="Each rule that this server keeps, as it runs now: what it says, who asks it, what it refuses with and what tests it."
      />
      <div className={classes.filters}>
        <SearchField
          label="Search rules, commands, refusals, laws"
          value={by.typed}
          onChange={(typed) => narrow({ typed })}
        />
        <Select
          aria-label="Feature"
          placeholder="All features"
          searchable
          clearable
          clearButtonProps={{ "aria-label": "All features" }}
          data={features}
          value={by.feature}
          onChange={(feature) => narrow({ feature })}
        />
        <Select
          aria-label="Law"
          placeholder="All laws"
          clearable
          clearButtonProps={{ "aria-label": "All laws" }}
          data={laws.map((law) => ({ value: String(law), label: `Law ${law}` }))}
          value={by.law}
          onChange={(law) => narrow({ law })}
        />
        <Select
          aria-label="Kind"
          placeholder="Both kinds"
          clearable
          clearButtonProps={{ "aria-label": "Both kinds" }}
          data={[
            { value: "validation", label: "Validation: refuses" },
            { value: "flow", label: "Flow: adds" },
          ]}
          value={by.kind}
          onChange={(kind) => narrow({ kind })}
        />
        <Select
          aria-label="Who sets it"
          placeholder="Policy and code"
          clearable
          clearButtonProps={{ "aria-label": "Policy and code" }}
          data={[
            { value: "policy", label: "Set by policy" },
            { value: "code", label: "Fixed in the code" },
          ]}
          value={by.by}
          onChange={(set) => narrow({ by: set })}
        />
      </div>
      <p className={classes.count} role="status">
        {shown === rules.length ? `${shown} rules` : `${shown} of ${rules.length} rules`}
      </p>
      {shown === 0 ? (
        <EmptyState title="No rule like this">
          Take a filter away, or try a command (offer.send), a refusal (HEADCOUNT) or a law (“law
          9”).
        </EmptyState>
      ) : null}
      <div className={classes.groups}>
        {groups.map(({ title, rules: own }) => (
          <section key={title} className={panel.panel} aria-label={title}>
            <div className={panel.head}>
              <h2 className={panel.title}>{title}</h2>
              <span className={panel.quiet}>
                {own.length === 1 ? "1 rule" : `${own.length} rules`}
              </span>
            </div>
            <ul className={classes.rules}>
              {own.map((rule) => (
                <li key={rule.name}>
                  <RuleItem org={org} rule={rule} bound={boundOf(rule.name, policies)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** Opens the rule that the address names. */
function openNamed(hash: string): void {
  const rule = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!(rule instanceof HTMLDetailsElement)) return;
  rule.open = true;
  rule.scrollIntoView();
}

/** What binds a rule now: its policies in force; null where the reader may not know. */
function boundOf(rule: string, list: { policies: readonly Bound[] } | undefined): Bound[] | null {
  if (list === undefined) return null;
  return list.policies.filter(
    (one) => one.rule === rule && one.versions.some(({ inForce, ends }) => inForce && !ends),
  );
}
