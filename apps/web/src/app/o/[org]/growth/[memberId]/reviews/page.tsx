import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { ReviewsPage } from "../../../../../../features/review/reviews-page.tsx";

export const metadata: Metadata = { title: "Reviews" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/[memberId]/reviews">) {
  const { org, memberId } = await params;
  const input = { memberId, levelId: null, region: null };
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.ladder.show.queryOptions(input))}
    >
      <ReviewsPage org={org} memberId={memberId} />
    </Prefetched>
  );
}
