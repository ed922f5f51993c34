"use client";

import { Button, type ComboboxItem, type OptionsFilter, Select, TextInput } from "@mantine/core";
import type { AuditListView } from "@rubric/domain/audit/schemas";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { ACTIONS, actionWords } from "./action-words.ts";
import classes from "./audit-filters.module.css";
import { type Filters, hrefOf, noFilters, whyNotSpan } from "./filters.ts";

const OTHERS = [
  { value: "worker", label: "Rubric itself" },
  { value: "anyone", label: "Someone not signed in" },
];

const DONE: ComboboxItem[] = ACTIONS.map((value) => ({ value, label: actionWords(value) }));

/** The actions whose words or raw name hold what was typed. */
const byEither: OptionsFilter<string> = ({ search }) => {
  const typed = search.trim().toLowerCase();
  return DONE.filter((one) => `${one.label} ${one.value}`.toLowerCase().includes(typed));
};

/** Narrows the trail; the choice stands in the address, so that it can be sent to someone. */
export function AuditFilters(props: {
  org: string;
  filters: Filters;
  members: AuditListView["members"];
}) {
  const { org, filters, members } = props;
  const router = useRouter();
  const [loading, startTransition] = useTransition();
  // What was typed and cannot be shown stays in its field, which says why.
  const [typed, setTyped] = useState<{ name: "from" | "to"; why: string } | null>(null);
  const whyNot = whyNotSpan(filters);
  const errorOf = (name: "from" | "to") =>
    typed === null ? name === "from" && whyNot : typed.name === name && typed.why;
  const show = (change: Partial<Filters>) =>
    startTransition(() => router.push(hrefOf(org, { ...filters, before: null, ...change })));
  const filtered = Object.values(filters).some((value) => value !== null);
  return (
    <section aria-label="Filters" className={classes.filters} aria-busy={loading}>
      <Select
        className={classes.select}
        label="Who"
        placeholder="Anyone"
        searchable
        clearable
        value={filters.actor}
        onChange={(actor) => show({ actor })}
        data={[...members.map((one) => ({ value: one.id, label: one.name })), ...OTHERS]}
      />
      <Select
        className={classes.select}
        label="What"
        placeholder="Any action"
        searchable
        clearable
        value={filters.action}
        onChange={(action) => show({ action })}
        data={DONE}
        filter={byEither}
        nothingFoundMessage="No such action"
      />
      <TextInput
        key={`from-${filters.from}`}
        label="From (UTC)"
        type="date"
        defaultValue={filters.from ?? ""}
        error={errorOf("from")}
        onBlur={(event) => changeDay("from", event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") changeDay("from", event.currentTarget.value);
        }}
      />
      <TextInput
        key={`to-${filters.to}`}
        label="To (UTC)"
        type="date"
        defaultValue={filters.to ?? ""}
        error={errorOf("to")}
        onBlur={(event) => changeDay("to", event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") changeDay("to", event.currentTarget.value);
        }}
      />
      {filtered ? (
        <Button component={Link} href={hrefOf(org, noFilters)} variant="default">
          Show everything
        </Button>
      ) : null}
      {filters.subject === null ? null : (
        <p className={classes.subject}>
          Only entries about <code>{filters.subject}</code>.
        </p>
      )}
    </section>
  );

  function changeDay(name: "from" | "to", value: string) {
    const day = value === "" ? null : value;
    const why = whyNotSpan({ ...filters, [name]: day });
    setTyped(why === null || day === filters[name] ? null : { name, why });
    if (day !== filters[name] && why === null) show({ [name]: day });
  }
}
