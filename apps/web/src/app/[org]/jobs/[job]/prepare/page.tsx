import type { Metadata } from "next";
import Link from "next/link";
import { ApiProvider } from "../../../../../api/client.tsx";
import { readPreparationFor } from "../../../../../api/preparation.ts";
import { NeedsScripts } from "../../../../../features/preparation/needs-scripts.tsx";
import { PreparePage } from "../../../../../features/preparation/prepare-page.tsx";
import { PublicFrame } from "../../../../../frame/public-frame.tsx";

type Props = PageProps<"/[org]/jobs/[job]/prepare">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, job } = await params;
  // The page says what failed; without a title it would have none while it does.
  const view = await readPreparationFor(org, job).catch(() => null);
  if (view === null) return { title: "Prepare" };
  return { title: { absolute: `Prepare for ${view.post?.title} at ${view.organization.name}` } };
}

export default async function Page({ params }: Props) {
  const { org, job } = await params;
  const view = await readPreparationFor(org, job);
  return (
    <PublicFrame
      orgName={view.organization.name}
      homeHref={`/${org}/jobs`}
      aside={<Link href={`/${org}/jobs/${job}`}>The job</Link>}
    >
      <ApiProvider key={job} org={null}>
        <NeedsScripts />
        <PreparePage view={view} />
      </ApiProvider>
    </PublicFrame>
  );
}
