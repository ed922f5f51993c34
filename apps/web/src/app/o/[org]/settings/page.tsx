import type { Metadata } from "next";
import { Prefetched } from "../../../../api/prefetched.tsx";
import { SettingsPage } from "../../../../features/organization/settings-page.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function Page({ params }: PageProps<"/o/[org]/settings">) {
  const { org } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) => cache.fetchQuery(trpc.organization.show.queryOptions({}))}
    >
      <SettingsPage />
    </Prefetched>
  );
}
