"use client";

import { Button, Checkbox, Group, Input, TextInput } from "@mantine/core";
import { type PERSONAL_SCOPES, READ_SCOPES } from "@rubric/domain/token/rules";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { scopeGroups, scopeWords } from "./scope-words.ts";
import classes from "./tokens.module.css";

export type Scope = (typeof PERSONAL_SCOPES)[number];

/** Choosing what a token may do: by what it is about, found by a word, or by a preset. */
export function ScopeChoices(props: {
  offered: readonly Scope[];
  value: readonly Scope[];
  onChange: (scopes: Scope[]) => void;
  error?: ReactNode;
}) {
  const { offered, value, onChange, error } = props;
  const [query, setQuery] = useState("");
  const labelId = useId();
  const sought = query.trim().toLowerCase();
  const found = offered.filter((scope) =>
    `${scopeWords(scope)} ${scope}`.toLowerCase().includes(sought),
  );
  const put = (scopes: readonly Scope[], chosen: boolean) =>
    onChange(offered.filter((one) => (scopes.includes(one) ? chosen : value.includes(one))));
  return (
    <div role="group" aria-labelledby={labelId}>
      <Group justify="space-between" align="flex-end" gap="xs" mb={6}>
        <Input.Label id={labelId} labelElement="div">
          What it may do ({value.length} of {offered.length})
        </Input.Label>
        <Group gap={6}>
          <Preset onClick={() => onChange(offered.filter((one) => READ_SCOPES.includes(one)))}>
            Read only
          </Preset>
          <Preset onClick={() => onChange([...offered])}>Everything</Preset>
          <Preset onClick={() => onChange([])}>Nothing</Preset>
        </Group>
      </Group>
      <TextInput
        aria-label="Search what it may do"
        placeholder="Search"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        mb={8}
      />
      <div className={classes.choices}>
        {found.length === 0 ? <p>Nothing is called “{query}”.</p> : null}
        {scopeGroups(found).map(({ title, scopes }) => {
          const chosen = scopes.filter((scope) => value.includes(scope)).length;
          return (
            <fieldset key={title} className={classes.group}>
              <Checkbox
                label={<strong>{title}</strong>}
                checked={chosen === scopes.length}
                indeterminate={chosen > 0 && chosen < scopes.length}
                onChange={(event) => put(scopes, event.currentTarget.checked)}
              />
              <div className={classes.of}>
                {scopes.map((scope) => (
                  <Checkbox
                    key={scope}
                    label={scopeWords(scope)}
                    description={<code>{scope}</code>}
                    checked={value.includes(scope)}
                    onChange={(event) => put([scope], event.currentTarget.checked)}
                  />
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
      {error === undefined ? null : <Input.Error mt={6}>{error}</Input.Error>}
    </div>
  );
}

function Preset({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="compact-sm" variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}
