"use client";

import { Button, Select, Switch, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQueryStates } from "nuqs";
import { boardFilters, SOURCE_WORDS, sourceOf } from "./board-filters.ts";
import classes from "./board.module.css";

/** The filters of the pipeline; they stand in the address. */
export function BoardBar() {
  const [filters, setFilters] = useQueryStates(boardFilters);
  const any = filters.name !== "" || filters.source !== null || filters.late || filters.held;
  return (
    <search className={classes.bar} aria-label="Filter candidates">
      <TextInput
        aria-label="Filter by name"
        placeholder="Name or headline"
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
        value={filters.name}
        onChange={(event) => void setFilters({ name: event.currentTarget.value })}
        className={classes.search}
      />
      <Select
        aria-label="Filter by source"
        placeholder="Any source"
        clearable
        data={Object.entries(SOURCE_WORDS).map(([value, label]) => ({ value, label }))}
        value={filters.source}
        onChange={(value) => void setFilters({ source: sourceOf(value) })}
        className={classes.source}
      />
      <Switch
        label="Answer late"
        checked={filters.late}
        onChange={(event) => void setFilters({ late: event.currentTarget.checked })}
      />
      <Switch
        label="On hold"
        checked={filters.held}
        onChange={(event) => void setFilters({ held: event.currentTarget.checked })}
      />
      {any ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => void setFilters(null)}
        >
          Clear
        </Button>
      ) : null}
      <p className={classes.keys}>
        <kbd>M</kbd> moves the focused card, arrows go from card to card
      </p>
    </search>
  );
}
