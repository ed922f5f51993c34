"use client";

import { Button, Select, Switch } from "@mantine/core";
import { useQueryStates } from "nuqs";
import { SearchField } from "../../ui/search-field.tsx";
import { boardFilters, SOURCE_WORDS, sourceOf } from "./board-filters.ts";
import classes from "./board.module.css";
import { MarksLegend } from "./marks.tsx";

/** The filters of the pipeline; they stand in the address. */
export function BoardBar() {
  const [filters, setFilters] = useQueryStates(boardFilters);
  const any = filters.name !== "" || filters.source !== null || filters.late || filters.held;
  return (
    <search className={classes.bar} aria-label="Filter candidates">
      <SearchField
        label="Filter by name"
        placeholder="Name or headline"
        value={filters.name}
        onChange={(name) => void setFilters({ name })}
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
      <div className={classes.help}>
        <MarksLegend />
        <p className={classes.keys}>
          <kbd>M</kbd> moves a card, arrows choose one
        </p>
      </div>
    </search>
  );
}
