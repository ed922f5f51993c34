import type { Metadata } from "next";
import Link from "next/link";
import { ApiProvider } from "../../../api/client.tsx";
import { readPreparationAt, readPreparations } from "../../../api/preparation.ts";
import { ChoosePage } from "../../../features/preparation/choose-page.tsx";
import { NeedsScripts } from "../../../features/preparation/needs-scripts.tsx";
import { PreparePage } from "../../../features/preparation/prepare-page.tsx";
import { PublicFrame } from "../../../frame/public-frame.tsx";

export const metadata: Metadata = { title: "Prepare" };

export default async function Page({ params, searchParams }: PageProps<"/[org]/prepare">) {
  const { org } = await params;
  const { framework, level } = await searchParams;
  const chosen =
    typeof framework === "string" && typeof level === "string"
      ? await readPreparationAt(org, framework, level)
      : null;
  const { organization } = chosen ?? (await readPreparations(org));
  return (
    <PublicFrame
      orgName={organization.name}
      homeHref={`/${org}/jobs`}
      aside={
        chosen === null ? (
          <Link href={`/${org}/jobs`}>Open jobs</Link>
        ) : (
          <Link href={`/${org}/prepare`}>Prepare for something else</Link>
        )
      }
    >
      {chosen === null ? (
        <ChoosePage {...await readPreparations(org)} />
      ) : (
        <ApiProvider key={`${String(framework)} ${String(level)}`} org={null}>
          <NeedsScripts />
          <PreparePage view={chosen} />
        </ApiProvider>
      )}
    </PublicFrame>
  );
}
