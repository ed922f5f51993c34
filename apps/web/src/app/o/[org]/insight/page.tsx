import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { InsightPage } from "../../../../features/insight/insight-page.tsx";

export const metadata: Metadata = { title: "Insight" };

export default async function Page({ params }: PageProps<"/o/[org]/insight">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.insight.show.queryOptions({}))}
    >
      <InsightPage org={org} />
    </Prefetched>
  );
}
