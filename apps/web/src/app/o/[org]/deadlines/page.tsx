import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { DeadlinesPage } from "../../../../features/deadline/deadlines-page.tsx";
import { inputOf, readFilters } from "../../../../features/deadline/filters.ts";

export const metadata: Metadata = { title: "Deadlines" };

export default async function Page({ params, searchParams }: PageProps<"/o/[org]/deadlines">) {
  const { org } = await params;
  const filters = readFilters(await searchParams);
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.deadline.list.queryOptions(inputOf(filters)))}
    >
      <DeadlinesPage org={org} filters={filters} />
    </Prefetched>
  );
}
