"use client";

import { Button } from "@mantine/core";
import type { HomeView } from "@rubric/domain/home/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import classes from "./home-page.module.css";
import { GrowthWaiting } from "./growth-waiting.tsx";
import { Plans } from "./plans.tsx";
import { type Line, linesOf, type When, whenOf } from "./waiting-words.ts";

const PARTS: readonly { when: When; title: string }[] = [
  { when: "late", title: "Past its time" },
  { when: "today", title: "Today" },
  { when: "later", title: "Coming up" },
  { when: "open", title: "Without a date" },
];

/** What waits for me, by due time. */
export function HomePage({
  org,
  refer,
}: {
  org: string;
  /** The way to refer someone for one of these jobs. */
  refer: (jobs: HomeView["referTo"]) => ReactNode;
}) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery({
    ...trpc.home.show.queryOptions({}),
    refetchInterval: 60_000,
  });
  const lines = linesOf(home.waiting);
  const count =
    lines.length +
    home.requisitions.length +
    home.exceptions.length +
    home.deadlines.length +
    home.growth.length +
    home.plans.length;
  const late =
    lines.filter((line) => whenOf(line.item, home.now, home.timeZone) === "late").length +
    home.deadlines.filter((one) => one.late).length +
    home.growth.filter((one) => one.late).length;
  return (
    <>
      <PageHeader
        title="Home"
        lead={
          count === 0
            ? `Good to see you, ${home.name}.`
            : `${count} ${count === 1 ? "thing waits" : "things wait"} for you${late === 0 ? "" : `, ${late} past ${late === 1 ? "its" : "their"} time`}.`
        }
        {...(home.referTo.length === 0 ? {} : { secondary: refer(home.referTo) })}
      />
      {count === 0 ? <Nothing org={org} home={home} /> : null}
      <Requisitions org={org} home={home} />
      <Exceptions org={org} exceptions={home.exceptions} />
      <Plans org={org} plans={home.plans} />
      {PARTS.map(({ when, title }) => (
        <Part
          key={when}
          org={org}
          lines={lines.filter((line) => whenOf(line.item, home.now, home.timeZone) === when)}
          late={when === "late"}
          title={title}
        />
      ))}
      <GrowthWaiting org={org} items={home.growth} />
      <NearDeadlines org={org} deadlines={home.deadlines} />
    </>
  );
}

function NearDeadlines({ org, deadlines }: { org: string; deadlines: HomeView["deadlines"] }) {
  if (deadlines.length === 0) return null;
  return (
    <section className={classes.part} aria-label="Deadlines near">
      <h2 className={classes.title}>
        Deadlines near <span>{deadlines.length}</span>
      </h2>
      <ul className={classes.list}>
        {deadlines.map((one) => (
          <li key={one.id} className={classes.item}>
            <Link
              href={
                one.applicationId === null
                  ? `/o/${org}/deadlines`
                  : `/o/${org}/applications/${one.applicationId}`
              }
              prefetch={false}
              className={classes.link}
              aria-describedby={`about-${one.id}`}
            >
              {one.what}
            </Link>
            <span id={`about-${one.id}`} className={classes.about}>
              {one.job ?? ""}
            </span>
            <span className={classes.due} data-late={one.late || undefined}>
              <RelativeTime at={one.dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part(props: { org: string; lines: readonly Line[]; late: boolean; title: string }) {
  const { org, lines, late, title } = props;
  if (lines.length === 0) return null;
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span>{lines.length}</span>
      </h2>
      <ul className={classes.list}>
        {lines.map(({ item, words }) => (
          <li key={`${item.kind}${words.path}${words.about}`} className={classes.item}>
            <Link
              href={`/o/${org}${words.path}`}
              prefetch={false}
              className={classes.link}
              aria-describedby={`about-${item.kind}-${words.path}`}
            >
              {words.todo}
            </Link>
            <span id={`about-${item.kind}-${words.path}`} className={classes.about}>
              {words.about}
            </span>
            <span className={classes.due} data-late={late || undefined}>
              {item.dueAt === null ? null : <RelativeTime at={item.dueAt} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Requisitions that wait for the reader, beside what waits about candidates. */
function Requisitions({ org, home }: { org: string; home: HomeView }) {
  if (home.requisitions.length === 0) return null;
  return (
    <section className={classes.part} aria-label="Requisitions">
      <h2 className={classes.title}>
        Requisitions <span>{home.requisitions.length}</span>
      </h2>
      <ul className={classes.list}>
        {home.requisitions.map((one) => (
          <li key={one.requisitionId} className={classes.item}>
            <Link
              href={`/o/${org}/requisitions/${one.requisitionId}`}
              prefetch={false}
              className={classes.link}
              aria-describedby={`about-${one.requisitionId}`}
            >
              {one.kind === "approve" ? "Approve a requisition" : "Change what was sent back"}
            </Link>
            <span id={`about-${one.requisitionId}`} className={classes.about}>
              R-{one.number} · {one.title}
              {one.kind === "approve" ? ` · asked by ${one.author}` : ""}
            </span>
            <span className={classes.due}>
              <RelativeTime at={one.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Exceptions for the pay of an offer, which somebody else asked for and the reader may answer. */
function Exceptions({ org, exceptions }: { org: string; exceptions: HomeView["exceptions"] }) {
  if (exceptions.length === 0) return null;
  return (
    <section className={classes.part} aria-label="Exceptions">
      <h2 className={classes.title}>
        Exceptions <span>{exceptions.length}</span>
      </h2>
      <ul className={classes.list}>
        {exceptions.map((one) => (
          <li key={one.exceptionId} className={classes.item}>
            <Link
              href={`/o/${org}/offers/${one.offerId}`}
              prefetch={false}
              className={classes.link}
              aria-describedby={`about-${one.exceptionId}`}
            >
              Answer an exception
            </Link>
            <span id={`about-${one.exceptionId}`} className={classes.about}>
              {one.candidate} · {one.job} · asked by {one.askedBy}
            </span>
            <span className={classes.due}>
              <RelativeTime at={one.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nothing({ org, home }: { org: string; home: HomeView }) {
  const way = wayOn(home);
  return (
    <EmptyState
      title="Nothing waits for you"
      action={
        way === null ? undefined : (
          <Button component={Link} href={`/o/${org}/${way.path}`} variant="default">
            {way.words}
          </Button>
        )
      }
    >
      <WhatComes home={home} />
    </EmptyState>
  );
}

/** Where one goes when nothing waits. */
function wayOn({ may, next }: HomeView): { path: string; words: string } | null {
  if (may.createJob) return { path: "jobs", words: "Go to the jobs" };
  if (may.readAudit) return { path: "audit", words: "Go to the audit trail" };
  if (may.seeInterviews || next !== null)
    return { path: "interviews", words: "Go to your interviews" };
  return null;
}

function WhatComes({ home: { next, may } }: { home: HomeView }) {
  if (next !== null) {
    return (
      <>
        Next is {next.interview} with {next.candidate} for {next.job}, on{" "}
        <ExactTime at={next.startsAt} />.
      </>
    );
  }
  if (may.readAudit && !may.createJob) {
    return "What people do here stands in the audit trail. Verify now and then that it is whole.";
  }
  return "Scorecards you owe, interviews, decisions and answers you promised appear here as they come.";
}
