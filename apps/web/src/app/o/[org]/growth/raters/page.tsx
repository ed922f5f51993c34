import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { OwnRaterPage } from "../../../../../features/round/own-rater-page.tsx";

export const metadata: Metadata = { title: "How I rate" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/raters">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.round.showRaters.queryOptions({}))}
    >
      <OwnRaterPage org={org} />
    </Prefetched>
  );
}
