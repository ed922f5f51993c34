import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

const start: string | null = null;

/**
 * The pages of a keyset list, for `useInfiniteQuery` and its prefetch. tRPC's own infinite options
 * send a field more than the input has, and inputs are strict.
 */
export function pagesOf<Page extends { nextCursor: string | null }>(
  key: QueryKey,
  load: (cursor: string | null) => Promise<Page>,
) {
  return infiniteQueryOptions({
    queryKey: [...key, "pages"],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: start,
    getNextPageParam: (page: Page) => page.nextCursor,
  });
}
