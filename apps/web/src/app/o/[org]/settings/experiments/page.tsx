import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { ExperimentsPage } from "../../../../../features/experiment/experiments-page.tsx";

export const metadata: Metadata = { title: "Experiments" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/experiments">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.experiment.list.queryOptions({}))}
    >
      <ExperimentsPage org={org} />
    </Prefetched>
  );
}
