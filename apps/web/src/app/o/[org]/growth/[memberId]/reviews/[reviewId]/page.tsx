import type { Metadata } from "next";
import { Prefetched } from "../../../../../../../api/prefetched.tsx";
import { ReviewPage } from "../../../../../../../features/review/review-page.tsx";

export const metadata: Metadata = { title: "Review" };

export default async function Page({
  params,
}: PageProps<"/o/[org]/growth/[memberId]/reviews/[reviewId]">) {
  const { org, reviewId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.review.show.queryOptions({ reviewId }))}
    >
      <ReviewPage org={org} reviewId={reviewId} />
    </Prefetched>
  );
}
