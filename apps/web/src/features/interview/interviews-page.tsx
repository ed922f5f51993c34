"use client";

import { Button } from "@mantine/core";
import type { InterviewLine } from "@rubric/domain/interview/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { BriefTime } from "../../ui/exact-time.tsx";
import { LinkTabs } from "../../ui/link-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastRefused } from "../../ui/toast.ts";
import { useState } from "react";
import classes from "./interviews-page.module.css";

/** One's own interviews, or those of the jobs one schedules: without a time, today, coming, past. */
export function InterviewsPage({ org, scope }: { org: string; scope: "mine" | "jobs" }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.interview.list.queryOptions({ scope }));
  const none =
    data.unscheduled.length + data.today.length + data.coming.length + data.past.lines.length === 0;
  return (
    <>
      <PageHeader
        title="Interviews"
        lead={
          scope === "mine"
            ? "A scorecard is written during the interview and submitted right after it."
            : "Those of the jobs that you recruit, lead or schedule for."
        }
        secondary={
          scope === "mine" ? <Link href={`/o/${org}/insight`}>How you rate</Link> : undefined
        }
      >
        {data.schedules ? (
          <LinkTabs
            label="Whose interviews"
            at={scope}
            tabs={[
              { key: "mine", label: "Mine", href: `/o/${org}/interviews?of=mine` },
              { key: "jobs", label: "Of my jobs", href: `/o/${org}/interviews?of=jobs` },
            ]}
          />
        ) : undefined}
      </PageHeader>
      {none ? (
        <EmptyState title="No interviews yet">
          {scope === "mine"
            ? "You get an e-mail with an invitation when someone schedules one with you."
            : "Interviews appear here as soon as an application enters an interview stage."}
        </EmptyState>
      ) : null}
      <Part org={org} scope={scope} title="To schedule" lines={data.unscheduled} />
      <Part org={org} scope={scope} title="Today" lines={data.today} />
      <Part org={org} scope={scope} title="Coming up" lines={data.coming} />
      <Past org={org} scope={scope} first={data.past} />
    </>
  );
}

function Past(props: {
  org: string;
  scope: "mine" | "jobs";
  first: { lines: InterviewLine[]; next: string | null };
}) {
  const { org, scope, first } = props;
  const api = useApiClient();
  const [more, setMore] = useState<{ lines: InterviewLine[]; next: string | null }>();
  const next = more === undefined ? first.next : more.next;

  async function load(cursor: string) {
    const { past } = await api.interview.list.query({ scope, cursor });
    setMore({ lines: [...(more?.lines ?? []), ...past.lines], next: past.next });
  }

  return (
    <>
      <Part org={org} scope={scope} title="Past" lines={[...first.lines, ...(more?.lines ?? [])]} />
      {next === null ? null : (
        <Button variant="default" onClick={() => void load(next).catch(toastRefused)}>
          Show earlier ones
        </Button>
      )}
    </>
  );
}

function Part(props: {
  org: string;
  scope: "mine" | "jobs";
  title: string;
  lines: InterviewLine[];
}) {
  const { org, scope, title, lines } = props;
  if (lines.length === 0) return null;
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span>{lines.length}</span>
      </h2>
      <DataTable
        caption={title}
        rows={lines}
        rowKey={(line) => line.id}
        rowHref={(line) =>
          line.kit
            ? `/o/${org}/interviews/${line.id}`
            : `/o/${org}/applications/${line.applicationId}`
        }
        columns={[
          { key: "who", head: "Candidate", width: "18%", cell: (line) => line.candidate.name },
          { key: "what", head: "Interview", width: "18%", cell: (line) => line.name },
          { key: "job", head: "Job", width: "21%", cell: (line) => line.job.title, desk: true },
          {
            key: "when",
            head: "When",
            width: "16%",
            cell: (line) =>
              line.startsAt === null ? (
                <StateBadge kind="interview" state={line.state} />
              ) : (
                <BriefTime at={line.startsAt} />
              ),
          },
          {
            key: "seats",
            head: "Interviewers",
            width: "16%",
            desk: true,
            cell: (line) => line.seats.map((seat) => seat.name).join(", "),
          },
          {
            key: "state",
            head: scope === "mine" ? "Scorecard" : "State",
            width: "11%",
            desk: true,
            cell: (line) =>
              line.mine === null ? (
                line.startsAt === null ? null : (
                  <StateBadge kind="interview" state={line.state} />
                )
              ) : (
                <StateBadge kind="scorecard" state={line.mine.state} />
              ),
          },
        ]}
      />
    </section>
  );
}
