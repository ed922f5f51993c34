"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { JobHeader } from "./job-header.tsx";
import { Openings } from "./openings.tsx";
import { TeamForm } from "./team-form.tsx";
import { TeamReading } from "./team-reading.tsx";
import classes from "./team-page.module.css";

/** Who does what in this job, and how many seats it has. */
export function JobTeamPage({ org, jobId }: { org: string; jobId: string }) {
  const trpc = useTRPC();
  const { data: job } = useSuspenseQuery(trpc.job.show.queryOptions({ jobId }));
  const { data: colleagues } = useSuspenseQuery(trpc.organization.pickMembers.queryOptions({}));
  const seats = job.people.map((one) => `${one.memberId} ${one.duty}`).join();
  return (
    <>
      <JobHeader org={org} job={job} at="team" />
      <div className={classes.split}>
        {job.may.setTeam === null ? (
          <TeamForm key={seats} job={job} colleagues={colleagues.members} />
        ) : (
          <TeamReading job={job} />
        )}
        <Openings org={org} job={job} />
      </div>
    </>
  );
}
