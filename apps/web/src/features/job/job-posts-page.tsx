"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { JobHeader } from "./job-header.tsx";
import { PostDuties } from "./post-duties.tsx";
import { PostForm } from "./post-form.tsx";
import { PostReading } from "./post-reading.tsx";
import { PostVersions } from "./post-versions.tsx";
import classes from "./posts-page.module.css";

/** The public text of a job, version by version. */
export function JobPostsPage({ org, jobId }: { org: string; jobId: string }) {
  const trpc = useTRPC();
  const { data: job } = useSuspenseQuery(trpc.job.show.queryOptions({ jobId }));
  const newest = job.posts[0];
  return (
    <>
      <JobHeader org={org} job={job} at="posts" />
      <div className={classes.split}>
        {job.may.savePost === null ? (
          <PostForm key={`${newest?.id ?? ""}${newest?.state ?? ""}`} job={job} />
        ) : (
          <PostReading job={job} />
        )}
        <div className={classes.side}>
          {newest === undefined || newest.content.locations.length === 0 ? null : (
            <PostDuties post={newest} />
          )}
          <PostVersions org={org} job={job} />
        </div>
      </div>
    </>
  );
}
