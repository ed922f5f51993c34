"use client";

import { Box, Button, Group, Select } from "@mantine/core";
import { placeName } from "@rubric/domain/region/names";
import type { RegionsView } from "@rubric/domain/region/schemas";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import panel from "../../ui/panel.module.css";
import { SearchField } from "../../ui/search-field.tsx";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./regions.module.css";
import {
  bindingWords,
  type RegionRow,
  rulesLike,
  STATUSES,
  statusWords,
  thresholdWords,
} from "./rule-words.ts";

const ROWS = 50;

/** All rules as of a chosen day, searchable. */
export function RegionRules({ today }: { today: RegionsView }) {
  const trpc = useTRPC();
  const [day, setDay] = useState<string | null>(today.day);
  const [search, setSearch] = useState("");
  const [region, setRegion] = useState<string | null>(null);
  const [status, setStatus] = useState<string | null>("in_force");
  const other = day !== null && day !== today.day;
  const { data } = useQuery({
    ...trpc.region.show.queryOptions({ day: other ? day : null }),
    placeholderData: keepPreviousData,
  });
  const view = data ?? today;
  const regions = useMemo(
    () =>
      [...new Set(view.rules.map((one) => one.region))]
        .map((value) => ({ value, label: placeName(value) }))
        .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
    [view.rules],
  );
  const rows = rulesLike(view.rules, { search, region, status });
  const [shown, setShown] = useState(ROWS);
  return (
    <section aria-labelledby="rules-title">
      <div className={panel.head}>
        <h2 className={panel.title} id="rules-title">
          Rules on {dateWords(view.day)}
        </h2>
        <p className={panel.quiet} role="status">
          {rows.length} of {view.rules.length},{" "}
          {view.packNumber === null ? "built-in" : `version ${view.packNumber}`}
        </p>
      </div>
      <div className={classes.filters}>
        <SearchField label="Search the rules" value={search} onChange={setSearch} />
        <Select
          aria-label="Region"
          placeholder="All regions"
          searchable
          clearable
          clearButtonProps={{ "aria-label": "All regions" }}
          data={regions}
          value={region}
          onChange={setRegion}
        />
        <Select
          aria-label="How they stand to the day"
          placeholder="All"
          clearable
          clearButtonProps={{ "aria-label": "All of them" }}
          data={STATUSES}
          value={status}
          onChange={setStatus}
        />
        <DayField aria-label="As of" valueFormat="D MMM YYYY" value={day} onChange={setDay} />
      </div>
      <DataTable
        caption="Rules of regions"
        rows={rows.slice(0, shown)}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="No rule like this">
            Look for something else, or take a filter away.
          </EmptyState>
        }
        columns={COLUMNS}
      />
      {rows.length > shown ? (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={() => setShown(shown + ROWS)}>
            Show more
          </Button>
        </Group>
      ) : null}
    </section>
  );
}

const COLUMNS: Column<RegionRow>[] = [
  { key: "region", head: "Region", cell: (row) => placeName(row.region), width: "132px" },
  {
    key: "rule",
    head: "Rule",
    cell: (row) => (
      <>
        {row.sentence}
        <span className={classes.source}>
          {row.source} · {row.confidence === "h" ? "Sure" : "Less sure"}
          {row.blocking ? " · Keeps a post from being published" : ""}
        </span>
        <Box hiddenFrom="sm" className={classes.source ?? ""}>
          {[statusWords(row), spanWords(row), bindingWords(row), thresholdWords(row)]
            .filter((words) => words !== null && words !== "")
            .join(" · ")}
        </Box>
      </>
    ),
  },
  {
    key: "status",
    head: "Holds",
    width: "150px",
    desk: true,
    cell: (row) => (
      <>
        {statusWords(row)}
        <span className={classes.source}>{spanWords(row)}</span>
      </>
    ),
  },
  {
    key: "binds",
    head: "For you",
    width: "240px",
    desk: true,
    cell: (row) => (
      <>
        {bindingWords(row)}
        <span className={classes.source}>{thresholdWords(row)}</span>
      </>
    ),
  },
];

function spanWords({ from, to }: RegionRow): string {
  const begun = from === null ? "" : `from ${dateWords(from)}`;
  return to === null ? begun : `${begun} to ${dateWords(to)}`;
}
