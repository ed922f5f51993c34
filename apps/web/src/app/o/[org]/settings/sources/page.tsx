import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { SourcesPage } from "../../../../../features/metric/sources-page.tsx";

export const metadata: Metadata = { title: "Sources of figures" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/sources">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.metric.listSources.queryOptions({}))}
    >
      <SourcesPage org={org} />
    </Prefetched>
  );
}
