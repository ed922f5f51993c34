import type { Metadata } from "next";
import { pagesOf } from "../../../../../api/pages.ts";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { firstItems } from "../../../../../features/library/filters.ts";
import { LibraryPage } from "../../../../../features/library/library-page.tsx";

export const metadata: Metadata = { title: "Growth library" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/library">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchInfiniteQuery(
          pagesOf(trpc.library.show.queryKey(firstItems), (cursor) =>
            cache.fetchQuery(trpc.library.show.queryOptions({ ...firstItems, cursor })),
          ),
        )
      }
    >
      <LibraryPage org={org} />
    </Prefetched>
  );
}
