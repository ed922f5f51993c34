import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { Pipeline } from "./pipeline.tsx";

export const metadata: Metadata = { title: "Pipeline" };

export default async function Page({ params }: PageProps<"/o/[org]/jobs/[jobId]">) {
  const { org, jobId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.application.board.queryOptions({ jobId }))}
    >
      <Pipeline org={org} jobId={jobId} />
    </Prefetched>
  );
}
