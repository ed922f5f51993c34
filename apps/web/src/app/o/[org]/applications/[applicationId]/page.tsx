import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { Application } from "./application.tsx";

export const metadata: Metadata = { title: "Application" };

export default async function Page({ params }: PageProps<"/o/[org]/applications/[applicationId]">) {
  const { org, applicationId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        cache.fetchQuery(trpc.application.show.queryOptions({ applicationId }))
      }
    >
      <Application org={org} applicationId={applicationId} />
    </Prefetched>
  );
}
