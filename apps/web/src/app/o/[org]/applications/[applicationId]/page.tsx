import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { Application } from "./application.tsx";

export const metadata: Metadata = { title: "Application" };

export default async function Page({ params }: PageProps<"/o/[org]/applications/[applicationId]">) {
  const { org, applicationId } = await params;
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        const show = trpc.application.show.queryOptions({ applicationId });
        const { may } = await cache.fetchQuery(show);
        // Asked for whom it is only: whoever leads the job.
        if (may.hold !== null || may.resume !== null) {
          await cache.prefetchQuery(trpc.retention.show.queryOptions({ applicationId }));
        }
      }}
    >
      <Application org={org} applicationId={applicationId} />
    </Prefetched>
  );
}
