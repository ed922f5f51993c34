import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { ExperimentPage } from "../../../../../../features/experiment/experiment-page.tsx";

export const metadata: Metadata = { title: "Experiment" };

export default async function Page({
  params,
}: PageProps<"/o/[org]/settings/experiments/[experimentId]">) {
  const { org, experimentId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.experiment.show.queryOptions({ experimentId }))}
    >
      <ExperimentPage org={org} experimentId={experimentId} />
    </Prefetched>
  );
}
