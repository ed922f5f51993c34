import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { KitPage } from "../../../../../features/interview/kit-page.tsx";

export const metadata: Metadata = { title: "Interview" };

export default async function Page({ params }: PageProps<"/o/[org]/interviews/[interviewId]">) {
  const { org, interviewId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.interview.showKit.queryOptions({ interviewId }))}
    >
      <KitPage org={org} interviewId={interviewId} />
    </Prefetched>
  );
}
