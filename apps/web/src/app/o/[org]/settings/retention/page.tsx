import type { Metadata } from "next";
import { pagesOf } from "../../../../../api/pages.ts";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RetentionPage } from "../../../../../features/retention/retention-page.tsx";

export const metadata: Metadata = { title: "Retention" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/retention">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        const due = cache.fetchInfiniteQuery(
          pagesOf(trpc.retention.listDue.queryKey({}), (cursor) =>
            cache.fetchQuery(trpc.retention.listDue.queryOptions({ cursor })),
          ),
        );
        await Promise.all([cache.fetchQuery(trpc.retention.list.queryOptions({})), due]);
      }}
    >
      <RetentionPage org={org} />
    </Prefetched>
  );
}
