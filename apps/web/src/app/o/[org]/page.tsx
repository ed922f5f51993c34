import type { Metadata } from "next";
import { Prefetched } from "../../../api/prefetched.tsx";
import { Home } from "./home.tsx";

export const metadata: Metadata = { title: "Home" };

export default async function Page({ params }: PageProps<"/o/[org]">) {
  const { org } = await params;
  return (
    <Prefetched org={org} load={(trpc, cache) => cache.fetchQuery(trpc.home.show.queryOptions({}))}>
      <Home org={org} />
    </Prefetched>
  );
}
