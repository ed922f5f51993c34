import type { Metadata } from "next";
import { Prefetched } from "../../../../../api/prefetched.tsx";
import { TeamPage } from "../../../../../features/ladder/team-page.tsx";

export const metadata: Metadata = { title: "My team" };

export default async function Page({ params }: PageProps<"/o/[org]/growth/team">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.ladder.listTeam.queryOptions({}))}
    >
      <TeamPage org={org} />
    </Prefetched>
  );
}
