"use client";

import { Button, Group, Select } from "@mantine/core";
import { DEADLINE_KINDS, type When } from "@rubric/domain/deadline/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkTabs } from "../../ui/link-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AwayDialog } from "./away-dialog.tsx";
import { AwayNotice } from "./away-notice.tsx";
import { DeadlineTable } from "./deadline-table.tsx";
import classes from "./deadlines-page.module.css";
import { type Filters, hrefOf, inputOf } from "./filters.ts";
import { RecordDialog } from "./record-dialog.tsx";
import { KIND_WORDS } from "./words.ts";

const PARTS: readonly { when: When; title: string }[] = [
  { when: "late", title: "Late" },
  { when: "today", title: "Due today" },
  { when: "week", title: "Within a week" },
  { when: "later", title: "Later" },
  { when: "past", title: "Met" },
];

/** What is late and what will be (law 11): one's own, or all that one may see. */
export function DeadlinesPage({ org, filters }: { org: string; filters: Filters }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.deadline.list.queryOptions(inputOf(filters)),
    refetchInterval: 60_000,
  });
  const [dialog, setDialog] = useState<"record" | "away" | null>(null);
  const to = (change: Partial<Filters>) => hrefOf(org, { ...filters, after: null, ...change });
  return (
    <>
      <PageHeader
        title="Deadlines"
        lead="What the law, our policies and our own promises ask for, by when, and whose it is."
        {...(data.jobs.length === 0
          ? {}
          : { action: <Button onClick={() => setDialog("record")}>Write one down</Button> })}
        secondary={
          <Button variant="default" onClick={() => setDialog("away")}>
            {data.absence === null ? "I will be away" : "Change my absence"}
          </Button>
        }
      >
        <LinkTabs
          label="Whose deadlines"
          at={filters.of}
          tabs={[
            { key: "mine", label: "Mine", href: to({ of: "mine" }) },
            { key: "all", label: "All that I may see", href: to({ of: "all" }) },
          ]}
        />
      </PageHeader>
      {data.absence === null ? null : <AwayNotice absence={data.absence} now={data.now} />}
      <Narrowing org={org} filters={filters} counts={data.counts} />
      {data.lines.length === 0 ? <Nothing org={org} filters={filters} /> : null}
      {PARTS.map(({ when, title }) => (
        <DeadlineTable
          key={when}
          org={org}
          title={title}
          lines={data.lines.filter((line) => line.when === when)}
        />
      ))}
      <Group mt="md" gap="xs">
        {filters.after === null ? null : (
          <Button component={Link} href={to({})} variant="default">
            First page
          </Button>
        )}
        {data.next === null ? null : (
          <Button component={Link} href={to({ after: data.next })} variant="default">
            Next page
          </Button>
        )}
      </Group>
      <RecordDialog jobs={data.jobs} opened={dialog === "record"} onClose={() => setDialog(null)} />
      <AwayDialog
        absence={data.absence}
        opened={dialog === "away"}
        onClose={() => setDialog(null)}
      />
    </>
  );
}

const MANY = 500;

function Narrowing(props: {
  org: string;
  filters: Filters;
  counts: { late: number; today: number; week: number; later: number };
}) {
  const { org, filters, counts } = props;
  const router = useRouter();
  const [loading, startTransition] = useTransition();
  const to = (change: Partial<Filters>) => hrefOf(org, { ...filters, after: null, ...change });
  const counted = (when: When) => {
    if (when === "past") return "";
    return ` ${counts[when] < MANY ? counts[when] : `${MANY} or more`}`;
  };
  return (
    <section aria-label="Filters" className={classes.filters} aria-busy={loading}>
      <nav aria-label="When they are due" className={classes.whens}>
        <Link href={to({ when: null })} aria-current={filters.when === null ? "true" : undefined}>
          All open
        </Link>
        {PARTS.map(({ when, title }) => (
          <Link
            key={when}
            href={to({ when })}
            aria-current={filters.when === when ? "true" : undefined}
            data-late={(when === "late" && counts.late > 0) || undefined}
          >
            {title}
            <span>{counted(when)}</span>
          </Link>
        ))}
      </nav>
      <Select
        aria-label="Kind"
        placeholder="Any kind"
        clearable
        searchable
        value={filters.kind}
        onChange={(value) =>
          startTransition(() =>
            router.push(to({ kind: DEADLINE_KINDS.find((one) => one === value) ?? null })),
          )
        }
        data={DEADLINE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
      />
    </section>
  );
}

function Nothing({ org, filters }: { org: string; filters: Filters }) {
  const narrowed = filters.when !== null || filters.kind !== null;
  if (narrowed) {
    return (
      <EmptyState
        title="No deadline fits"
        action={
          <Button
            component={Link}
            href={hrefOf(org, { ...filters, when: null, kind: null, after: null })}
            variant="default"
          >
            Show all open ones
          </Button>
        }
      >
        Nothing is due under these filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing is due"
      action={
        <Button component={Link} href={hrefOf(org, { ...filters, when: "past" })} variant="default">
          See what was met
        </Button>
      }
    >
      Deadlines begin by themselves: with an application, an interview, a question, an offer, or a
      promise. You hear of each before it is due.
    </EmptyState>
  );
}
