"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type InnerPage, type NavKey, navHref, navItems } from "./nav.ts";
import { NavIcon } from "./nav-icon.tsx";

/** One thing that a search found. */
export interface SearchFound {
  id: string;
  label: string;
  detail: string | null;
  /** The heading it stands under: "Candidates", "Jobs". */
  group: string;
  href: string;
}

/** Opens the search over the page. */
export function openSearch(): void {
  spotlight.open();
}

const shortest = 2;

/** ⌘K: the pages at once, and what `search` finds as one types. */
export function FrameSearch({
  org,
  nav,
  inner,
  search,
}: {
  org: string;
  nav: NavKey[];
  inner: InnerPage[];
  search?: (words: string, signal: AbortSignal) => Promise<SearchFound[]>;
}) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [words] = useDebouncedValue(query.trim(), 180);
  const { data: found = [] } = useQuery({
    queryKey: ["frame-search", org, words],
    queryFn: ({ signal }) => search?.(words, signal) ?? [],
    enabled: search !== undefined && words.length >= shortest,
    placeholderData: keepPreviousData,
  });

  // What was found comes after the words were typed: Enter opens the first of it.
  useEffect(() => {
    if (words.length >= shortest) selectFirst();
  }, [words, found]);

  const lower = query.trim().toLowerCase();
  const pages: SpotlightActionGroupData = {
    group: "Pages",
    actions: [
      ...nav.map((of) => ({ of, label: navItems[of].label, href: navHref(org, of) })),
      ...inner.map(({ of, label, path }) => ({ of, label, href: `/o/${org}${path}` })),
    ]
      .filter(({ label }) => label.toLowerCase().includes(lower))
      .map(({ of, label, href }) => ({
        id: href,
        label,
        leftSection: <NavIcon item={of} size={18} />,
        onClick: () => router.push(href),
      })),
  };
  const foundGroups = Object.entries(
    Object.groupBy(words.length < shortest ? [] : found, (hit) => hit.group),
  ).map(([group, hits]): SpotlightActionGroupData => ({
    group,
    actions: (hits ?? []).map((hit) => ({
      id: hit.id,
      label: hit.label,
      ...(hit.detail === null ? {} : { description: hit.detail }),
      onClick: () => router.push(hit.href),
    })),
  }));

  return (
    <Spotlight
      query={query}
      onQueryChange={setQuery}
      actions={[...foundGroups, ...(pages.actions.length > 0 ? [pages] : [])]}
      filter={(_, actions) => actions}
      nothingFound="Nothing found"
      scrollable
      attributes={{ content: { "aria-label": "Search" } }}
      radius="lg"
      shortcut={["mod + K"]}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: search === undefined ? "Go to a page" : "Find a person, a job or a page",
        // Called before the list opens what is marked: who is quick meets nothing marked yet.
        onKeyDown: ({ key }) => {
          if (key === "Enter" && selected() === null) selectFirst();
        },
      }}
    />
  );
}

const HITS = ".mantine-Spotlight-actionsList [data-action]";

function selected(): Element | null {
  return document.querySelector(`${HITS}[data-selected]`);
}

/** Marks the first hit as the one that Enter opens, as the list itself does when words are typed. */
function selectFirst(): void {
  const hits = document.querySelectorAll(HITS);
  for (const [index, hit] of hits.entries()) {
    if (index === 0) hit.setAttribute("data-selected", "true");
    else hit.removeAttribute("data-selected");
  }
}
