"use client";

import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { itemKindOf, itemKinds } from "../../ui/item-kinds.ts";
import classes from "../../ui/list-bar.module.css";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { ShowMore } from "../../ui/show-more.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { toastRefused } from "../../ui/toast.ts";
import { saveTextFile } from "../../ui/yaml-import.tsx";
import { technologyWords } from "../../ui/technology-words.ts";
import { firstItems } from "./filters.ts";
import { ImportLibrary } from "./import-library.tsx";
import { ItemCard } from "./item-card.tsx";

const named = (list: readonly { key: string; name: string }[]) =>
  list.map(({ key, name }) => ({ value: key, label: name }));

/** The library of things to do in order to grow, from which plans are made. */
export function LibraryPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [filters, setFilters] = useState(firstItems);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const input = { ...filters, search: search === "" ? null : search };
  const list = useInfiniteQuery({
    ...pagesOf(trpc.library.show.queryKey(input), (cursor) =>
      api.library.show.query({ ...input, cursor }),
    ),
    placeholderData: keepPreviousData,
  });

  async function save(frameworkId: string) {
    const made = await api.library.export.query({ frameworkId });
    saveTextFile(made.fileName, made.yaml);
  }

  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const library = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { framework, version } = library ?? { framework: null, version: null };
  const select = (
    label: string,
    value: string | null,
    data: { value: string; label: string }[],
    onChange: (value: string | null) => void,
  ) => (
    <Select
      aria-label={label}
      placeholder={`Any ${label.toLowerCase()}`}
      clearable
      searchable
      value={value}
      data={data}
      onChange={onChange}
    />
  );
  return (
    <>
      <PageHeader
        title="Growth library"
        crumbs={[{ label: "Growth", href: `/o/${org}/growth` }]}
        lead={
          version === null
            ? "Things to do in order to grow. There are none for this framework yet."
            : `${version.name}, version ${version.number} of ${dateWords(version.importedAt)}. Plans are made from it; a plan that was agreed on keeps the words that it had.`
        }
        secondary={
          framework === null || version === null ? undefined : (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
              onClick={() => void save(framework.id).catch(toastRefused)}
            >
              Export
            </Button>
          )
        }
        action={
          framework !== null && library?.may.import === null ? (
            <ImportLibrary frameworkId={framework.id} />
          ) : undefined
        }
      />
      <div className={classes.bar}>
        <SearchField
          label="Search the library"
          value={typed}
          onChange={setTyped}
          className={classes.search}
        />
        {library !== undefined && library.frameworks.length > 1 ? (
          <Select
            aria-label="Framework"
            allowDeselect={false}
            value={filters.frameworkId ?? framework?.id ?? null}
            data={library.frameworks.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(frameworkId) => setFilters({ ...firstItems, frameworkId })}
          />
        ) : null}
        {select(
          "Competency",
          filters.competency,
          named(library?.competencies ?? []),
          (competency) => setFilters({ ...filters, competency }),
        )}
        {select("Level", filters.level, named(library?.levels ?? []), (level) =>
          setFilters({ ...filters, level }),
        )}
        {select("Kind", filters.kind, itemKinds, (kind) =>
          setFilters({ ...filters, kind: itemKindOf(kind) }),
        )}
        {select(
          "Technology",
          filters.technology,
          (library?.technologies ?? []).map((one) => ({
            value: one,
            label: technologyWords(one),
          })),
          (technology) => setFilters({ ...filters, technology }),
        )}
        {library === undefined ? null : (
          <span className={classes.total} role="status">
            {library.total} {library.total === 1 ? "item" : "items"}
          </span>
        )}
      </div>
      {library === undefined ? (
        <TableLoading />
      ) : items.length === 0 ? (
        <EmptyState title={version === null ? "No library yet" : "Nothing matches"}>
          {version === null
            ? "An admin imports one as a YAML file; the documentation shows its format by example."
            : "Search for other words, or take a filter away."}
        </EmptyState>
      ) : (
        <div className={classes.list}>
          {items.map((item) => (
            <ItemCard key={item.id} item={item} />
          ))}
        </div>
      )}
      <ShowMore of={list} />
    </>
  );
}
