import type { Metadata } from "next";
import { Prefetched } from "../../../../../../api/prefetched.tsx";
import { JobApprovals } from "../../../../../../features/approval/job-approvals.tsx";
import { JobTeamPage } from "../../../../../../features/job/job-team-page.tsx";

export const metadata: Metadata = { title: "Team" };

export default async function Page({ params }: PageProps<"/o/[org]/jobs/[jobId]/team">) {
  const { org, jobId } = await params;
  return (
    <Prefetched
      org={org}
      load={(trpc, cache) =>
        Promise.all([
          cache
            .fetchQuery(trpc.job.show.queryOptions({ jobId }))
            .then(({ sees }) =>
              sees.approvals
                ? cache.fetchQuery(trpc.approval.showJobFlow.queryOptions({ jobId }))
                : null,
            ),
          cache.fetchQuery(trpc.organization.pickMembers.queryOptions({})),
        ])
      }
    >
      <JobTeamPage org={org} jobId={jobId} approvals={<JobApprovals jobId={jobId} />} />
    </Prefetched>
  );
}
