import { LinkTabs } from "./link-tabs.tsx";

export type JobTab = "pipeline" | "plan" | "rubric" | "posts" | "team";

/** The pages of a job; the pipeline only for those who may see it. */
export function JobTabs(props: { org: string; jobId: string; at: JobTab; pipeline: boolean }) {
  const { org, jobId, at, pipeline } = props;
  const href = `/o/${org}/jobs/${jobId}`;
  return (
    <LinkTabs
      label="Pages of this job"
      at={at}
      tabs={[
        ...(pipeline ? [{ key: "pipeline", label: "Pipeline", href }] : []),
        { key: "plan", label: "Plan", href: `${href}/plan` },
        { key: "rubric", label: "Rubric", href: `${href}/rubric` },
        { key: "posts", label: "Posts", href: `${href}/posts` },
        { key: "team", label: "Team", href: `${href}/team` },
      ]}
    />
  );
}
