import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RegionsPage } from "../../../../../features/region/regions-page.tsx";

export const metadata: Metadata = { title: "Regions" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/regions">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.region.show.queryOptions({ day: null }))}
    >
      <RegionsPage org={org} />
    </Prefetched>
  );
}
