import { Button } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import Link from "next/link";
import { EmptyState } from "../../ui/empty-state.tsx";

/** What those who do not write a part of the job read before it is there. */
export function NotWritten({ org, job, title }: { org: string; job: JobView; title: string }) {
  const named = (duty: "recruiter" | "hiring_manager") =>
    job.people.some((one) => one.duty === duty);
  if (job.may.setTeam === null && !(named("recruiter") && named("hiring_manager"))) {
    return (
      <EmptyState
        title={title}
        action={
          <Button component={Link} href={`/o/${org}/jobs/${job.id}/team`} variant="light">
            Name the team
          </Button>
        }
      >
        The recruiter and the hiring manager of this job write it. Name them first.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={title}>
      The recruiter and the hiring manager of this job are still writing it.
    </EmptyState>
  );
}
