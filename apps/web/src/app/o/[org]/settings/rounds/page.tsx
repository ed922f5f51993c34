import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { RoundsPage } from "../../../../../features/round/rounds-page.tsx";

export const metadata: Metadata = { title: "Review rounds" };

export default async function Page({ params }: PageProps<"/o/[org]/settings/rounds">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        await Promise.all([
          cache.fetchQuery(trpc.round.list.queryOptions({})),
          cache.fetchQuery(trpc.round.showRaters.queryOptions({})),
        ]);
      }}
    >
      <RoundsPage org={org} />
    </Prefetched>
  );
}
