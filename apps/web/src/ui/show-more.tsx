"use client";

import { Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

/** What a list that is read page by page knows of its next page. */
interface PagedList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/**
 * Reads the next page of a list, where there is one. The keyboard stays here: on the button, or on
 * what stands in its place once all is shown.
 */
export function ShowMore({ of, end = "All are shown." }: { of: PagedList; end?: string }) {
  const here = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const { hasNextPage, isFetchingNextPage } = of;
  useEffect(() => {
    if (!asked || isFetchingNextPage || document.activeElement !== document.body) return;
    here.current?.querySelector<HTMLElement>("button, [tabindex]")?.focus({ preventScroll: true });
  }, [asked, isFetchingNextPage, hasNextPage]);
  if (!hasNextPage && !asked) return null;
  return (
    <Group ref={here} justify="center" mt="md">
      {hasNextPage ? (
        <Button
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => {
            setAsked(true);
            void of.fetchNextPage();
          }}
        >
          Show more
        </Button>
      ) : (
        <Text size="sm" c="dimmed" tabIndex={-1}>
          {end}
        </Text>
      )}
    </Group>
  );
}
