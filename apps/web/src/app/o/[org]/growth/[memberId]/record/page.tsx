import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { RecordPage } from "../../../../../../features/record/record-page.tsx";

export const metadata: Metadata = { title: "Record" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/[memberId]/record">) {
  const { org, memberId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.record.show.queryOptions({ memberId }))}
    >
      <RecordPage org={org} memberId={memberId} />
    </Prefetched>
  );
}
