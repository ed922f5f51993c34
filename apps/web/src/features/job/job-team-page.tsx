"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../../api/client.tsx";
import { JobHeader } from "./job-header.tsx";
import { Openings } from "./openings.tsx";
import { TeamForm } from "./team-form.tsx";
import { TeamReading } from "./team-reading.tsx";
import classes from "./team-page.module.css";

/** Who does what in this job, how many seats it has, and who approves its offers. */
export function JobTeamPage(props: { org: string; jobId: string; approvals: ReactNode }) {
  const { org, jobId } = props;
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
        <div className={classes.beside}>
          <Openings org={org} job={job} />
          {job.sees.approvals ? props.approvals : null}
        </div>
      </div>
    </>
  );
}
