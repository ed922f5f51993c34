import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { FeedbackPage } from "../../../../../../features/feedback/feedback-page.tsx";

export const metadata: Metadata = { title: "Feedback" };

export default async function Page({
  params,
}: PageProps<"/o/[org]/applications/[applicationId]/feedback">) {
  const { org, applicationId } = await params;
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        await cache.fetchQuery(trpc.feedback.show.queryOptions({ applicationId }));
      }}
    >
      <FeedbackPage org={org} applicationId={applicationId} />
    </Prefetched>
  );
}
