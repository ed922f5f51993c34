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
      load={async (trpc, cache) => {
        const view = await cache.fetchQuery(trpc.review.show.queryOptions({ reviewId }));
        if (view.may.submit !== null) return;
        // What is at hand for who writes.
        await cache.prefetchQuery(trpc.progress.show.queryOptions({ memberId: view.member.id }));
      }}
    >
      <ReviewPage org={org} reviewId={reviewId} />
    </Prefetched>
  );
}
