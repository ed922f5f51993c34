import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { Debrief } from "./debrief.tsx";

export const metadata: Metadata = { title: "Debrief" };

export default async function Page({
  params,
  searchParams,
}: PageProps<"/o/[org]/applications/[applicationId]/debrief">) {
  const { org, applicationId } = await params;
  const { stage } = await searchParams;
  const stageId = typeof stage === "string" ? stage : null;
  return (
    <Prefetched
      org={org}
      load={async (trpc, cache) => {
        const view = await cache.fetchQuery(
          trpc.debrief.show.queryOptions({ applicationId, stageId }),
        );
        // The address keeps its stage, so that the page stays where it is once that is decided.
        if (stageId === null) {
          redirect(`/o/${org}/applications/${applicationId}/debrief?stage=${view.stage.id}`);
        }
      }}
    >
      <Debrief org={org} applicationId={applicationId} stageId={stageId} />
    </Prefetched>
  );
}
