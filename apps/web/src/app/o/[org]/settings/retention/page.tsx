import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RetentionPage } from "../../../../../features/retention/retention-page.tsx";

export const metadata: Metadata = { title: "Keeping" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/retention">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.retention.list.queryOptions({}))}
    >
      <RetentionPage org={org} />
    </Prefetched>
  );
}
