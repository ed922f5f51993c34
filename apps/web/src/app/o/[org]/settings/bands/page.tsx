import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { BandsPage } from "../../../../../features/band/bands-page.tsx";

export const metadata: Metadata = { title: "Pay bands" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/bands">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.band.list.queryOptions({ frameworkId: null }))}
    >
      <BandsPage org={org} />
    </Prefetched>
  );
}
