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
import { waitingWords, type When, whenOf } from "./waiting-words.ts";

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
  const count = home.waiting.length;
  return (
    <>
      <PageHeader
        title="Home"
        lead={
          count === 0
            ? `Good to see you, ${home.name}.`
            : `${count} ${count === 1 ? "thing waits" : "things wait"} for you.`
        }
        {...(home.referTo.length === 0 ? {} : { secondary: refer(home.referTo) })}
      />
      {count === 0 ? <Nothing org={org} home={home} /> : null}
      {PARTS.map(({ when, title }) => (
        <Part key={when} org={org} home={home} when={when} title={title} />
      ))}
    </>
  );
}

function Part(props: { org: string; home: HomeView; when: When; title: string }) {
  const { org, home, when, title } = props;
  const items = home.waiting.filter((item) => whenOf(item, home.now, home.timeZone) === when);
  if (items.length === 0) return null;
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span>{items.length}</span>
      </h2>
      <ul className={classes.list}>
        {items.map((item) => {
          const words = waitingWords(item);
          return (
            <li key={`${item.kind}${words.path}${words.about}`} className={classes.item}>
              <Link href={`/o/${org}${words.path}`} prefetch={false} className={classes.link}>
                {words.todo}
              </Link>
              <span className={classes.about}>{words.about}</span>
              <span className={classes.due} data-late={when === "late" || undefined}>
                {item.dueAt === null ? null : <RelativeTime at={item.dueAt} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Nothing({ org, home }: { org: string; home: HomeView }) {
  const { next, may } = home;
  return (
    <EmptyState
      title="Nothing waits for you"
      action={
        may.createJob ? (
          <Button component={Link} href={`/o/${org}/jobs`} variant="default">
            Go to the jobs
          </Button>
        ) : may.seeInterviews ? (
          <Button component={Link} href={`/o/${org}/interviews`} variant="default">
            Go to your interviews
          </Button>
        ) : undefined
      }
    >
      {next === null ? (
        "Scorecards you owe, interviews, decisions and answers you promised appear here as they come."
      ) : (
        <>
          Next is {next.interview} with {next.candidate} for {next.job}, on{" "}
          <ExactTime at={next.startsAt} />.
        </>
      )}
    </EmptyState>
  );
}
