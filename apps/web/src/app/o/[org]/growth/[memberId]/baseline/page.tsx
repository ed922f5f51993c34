import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { BaselinePage } from "../../../../../../features/baseline/baseline-page.tsx";

export const metadata: Metadata = { title: "Baseline" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/[memberId]/baseline">) {
  const { org, memberId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.baseline.show.queryOptions({ memberId }))}
    >
      <BaselinePage org={org} memberId={memberId} />
    </Prefetched>
  );
}
