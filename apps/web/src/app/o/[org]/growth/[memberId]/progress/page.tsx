import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { ProgressPage } from "../../../../../../features/progress/progress-page.tsx";

export const metadata: Metadata = { title: "Progress" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/[memberId]/progress">) {
  const { org, memberId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.progress.show.queryOptions({ memberId }))}
    >
      <ProgressPage org={org} memberId={memberId} />
    </Prefetched>
  );
}
