"use client";

import { Button, Select } from "@mantine/core";
import type { LadderView } from "@rubric/domain/ladder/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { useNow } from "../../ui/use-now.ts";
import { Expectations } from "./expectations.tsx";
import classes from "./ladder.module.css";
import { LevelsCompared } from "./levels-compared.tsx";
import { NewerPanel } from "./newer-panel.tsx";
import type { Opens } from "./opens.ts";
import { PayPanel } from "./pay-panel.tsx";
import { PlaceDialog } from "./place-dialog.tsx";
import { ProgressPanel } from "./progress-panel.tsx";
import { Unplaced } from "./unplaced.tsx";
import { gapsFirst, type LadderInput, levelChoices, standingWords } from "./words.ts";

/** Where a member stands on the ladder, for the member and for who manages them. */
export function StandingPage(props: { org: string; input: LadderInput; opens: Opens }) {
  const { org, input, opens } = props;
  const trpc = useTRPC();
  const router = useRouter();
  const [, start] = useTransition();
  const { data: ladder } = useSuspenseQuery(trpc.ladder.show.queryOptions(input));
  const { member, managing, placed, against } = ladder;
  const base = `/o/${org}/growth/${input.memberId}`;

  function show(change: Partial<Pick<LadderInput, "levelId" | "region">>) {
    const { levelId, region } = { ...input, ...change };
    const wanted = new URLSearchParams({
      ...(levelId === null ? {} : { level: levelId }),
      ...(region === null ? {} : { region }),
    });
    start(() => router.replace(`${base}?${wanted}`, { scroll: false }));
  }

  const heads = {
    self: managing ? member.name : "You",
    manager: managing ? "You" : (ladder.manager?.name ?? "Manager"),
  };
  const rows = gapsFirst(ladder.rows);
  const unplaced =
    placed === null && against !== null && input.levelId === null && ladder.reviews.length === 0;
  return (
    <>
      <PageHeader
        title={managing ? member.name : "Your growth"}
        crumbs={managing ? crumbsOf(org) : []}
        lead={unplaced ? undefined : <Lead ladder={ladder} />}
        secondary={<Secondary org={org} ladder={ladder} />}
        action={<Action base={base} ladder={ladder} />}
      >
        <GrowthTabs
          org={org}
          memberId={input.memberId}
          mine={managing ? "manager" : "self"}
          at="standing"
        />
      </PageHeader>
      <NewerPanel org={org} ladder={ladder} />
      {against === null ? (
        <EmptyState title="No ladder yet">{standingWords(ladder)}</EmptyState>
      ) : unplaced ? (
        <div className={classes.section}>
          <Unplaced org={org} ladder={ladder} opens={opens} />
        </div>
      ) : (
        <>
          <div className={classes.panels}>
            <ProgressPanel ladder={ladder} />
            {placed === null ? null : (
              <PayPanel ladder={ladder} onRegion={(region) => show({ region })} />
            )}
          </div>
          <section className={classes.section} aria-label="The ladder">
            <div className={classes.sectionHead}>
              <h2 className={classes.title}>The ladder, gaps first</h2>
              <Select
                label="Compared with"
                data={levelChoices(ladder.levels)}
                value={against.id}
                onChange={(levelId) => levelId !== null && show({ levelId })}
                allowDeselect={false}
              />
            </div>
            <Expectations rows={rows} level={against.name} heads={heads} />
          </section>
        </>
      )}
      {against !== null && opens.compare ? <LevelsCompared ladder={ladder} /> : null}
    </>
  );
}

const crumbsOf = (org: string) => [
  { label: "Growth", href: `/o/${org}/growth` },
  { label: "My team", href: `/o/${org}/growth/team` },
];

function Lead({ ladder }: { ladder: LadderView }) {
  const { placed } = ladder;
  const now = useNow();
  return (
    <>
      {placed === null ? null : (
        <>
          {placed.name} {Date.parse(placed.from) > now ? "from" : "since"} {dateWords(placed.from)}:{" "}
          {placed.reason}{" "}
        </>
      )}
      {standingWords(ladder)}
      {ladder.managing || ladder.manager === null ? null : ` Managed by ${ladder.manager.name}.`}
    </>
  );
}

function Secondary({ org, ladder }: { org: string; ladder: LadderView }) {
  const [placing, setPlacing] = useState(false);
  const { placed, managing, leads } = ladder;
  return (
    <>
      {managing ? null : (
        <Button component={Link} href={`/o/${org}/growth/library`} variant="default">
          Growth library
        </Button>
      )}
      {leads && !managing ? (
        <Button component={Link} href={`/o/${org}/growth/team`} variant="default">
          My team
        </Button>
      ) : null}
      {managing && ladder.levels.length > 0 ? (
        <>
          <Button variant={placed === null ? "filled" : "default"} onClick={() => setPlacing(true)}>
            {placed === null ? "Place on the ladder" : "Place anew"}
          </Button>
          <PlaceDialog ladder={ladder} opened={placing} onClose={() => setPlacing(false)} />
        </>
      ) : null}
    </>
  );
}

/** What comes next: the open review, or to open one. */
function Action({ base, ladder }: { base: string; ladder: LadderView }) {
  const open = ladder.reviews.find(({ state }) => state === "open");
  if (ladder.manager === null || ladder.levels.length === 0) return null;
  if (ladder.managing && ladder.placed === null) return null;
  return (
    <Button
      component={Link}
      href={open === undefined ? `${base}/reviews` : `${base}/reviews/${open.id}`}
    >
      {open === undefined ? "Go to the reviews" : "Go to the open review"}
    </Button>
  );
}
