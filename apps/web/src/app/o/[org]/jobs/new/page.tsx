import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { NewJobPage } from "../../../../../features/job/new-job-page.tsx";

export const metadata: Metadata = { title: "New job" };

export default async function Page({ params }: PageProps<"/o/[org]/jobs/new">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        Promise.all([
          cache.fetchQuery(trpc.framework.list.queryOptions({})),
          cache.fetchQuery(trpc.organization.pickMembers.queryOptions({})),
          cache.fetchQuery(trpc.identity.me.queryOptions({})),
        ])
      }
    >
      <NewJobPage org={org} />
    </Prefetched>
  );
}
