"use client";

import { Button, Group } from "@mantine/core";

/** What a list that is read page by page knows of its next page. */
interface PagedList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Reads the next page of a list, where there is one. */
export function ShowMore({ of }: { of: PagedList }) {
  return of.hasNextPage ? (
    <Group justify="center" mt="md">
      <Button
        variant="default"
        loading={of.isFetchingNextPage}
        onClick={() => void of.fetchNextPage()}
      >
        Show more
      </Button>
    </Group>
  ) : null;
}
