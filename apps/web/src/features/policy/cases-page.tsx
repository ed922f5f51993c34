"use client";

import { Button, SegmentedControl } from "@mantine/core";
import type { CaseView, PolicyVersionView } from "@rubric/domain/policy/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { WhyInFull } from "../../ui/why-in-full.tsx";
import type { CasesShown } from "./cases-shown.ts";
import classes from "./policy.module.css";

const OUTCOME = {
  passed: { word: "accepted", tone: "good" },
  refused: { word: "refused", tone: "late" },
  effect: { word: "accepted, with an effect", tone: "running" },
} as const;

/** The decisions that a version would have had otherwise, each with what was and what would be. */
export function CasesPage({
  org,
  shown,
  wordsOf,
}: {
  org: string;
  shown: CasesShown;
  /** What was done, in the words of the audit trail. */
  wordsOf: (action: string) => string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useSuspenseQuery(
    trpc.policy.listCases.queryOptions(shown, {
      refetchInterval: ({ state }) => (isTrying(state.data?.version) ? LOOK_MS : false),
    }),
  );
  const { version, cases } = data;
  const here = `/o/${org}/settings/policies/${shown.versionId}`;
  return (
    <>
      <PageHeader
        title="What would change"
        crumbs={[
          { label: "Settings", href: `/o/${org}/settings` },
          { label: "Policies", href: `/o/${org}/settings/policies` },
        ]}
        lead={version.sentence}
        secondary={
          <SegmentedControl
            aria-label="Which decisions"
            value={shown.from}
            onChange={(from) => router.push(`${here}?from=${from}`)}
            data={[
              { value: "trial", label: "On history" },
              { value: "shadow", label: "In shadow" },
            ]}
          />
        }
      />
      <p className={classes.count} role="status">
        {countWords(version, shown.from)}
      </p>
      <DataTable
        caption="Decisions that would have come out differently"
        rows={cases}
        rowKey={(one) => one.id}
        empty={
          <EmptyState
            title="No decision would have come out differently"
            action={
              <Button
                component={Link}
                href={`/o/${org}/settings/policies#${version.id}`}
                variant="default"
              >
                Go to the version
              </Button>
            }
          >
            {emptyWords(version, shown.from)}
          </EmptyState>
        }
        columns={[
          {
            key: "what",
            head: "Decision",
            width: "32%",
            cell: (one) => (
              <>
                <Link href={`/o/${org}/audit?subject=${one.subject.id}`}>
                  {wordsOf(one.action)}
                </Link>
                <div className={classes.meta}>{aboutWords(one)}</div>
                <div className={classes.meta}>
                  <ExactTime at={one.at} />
                </div>
              </>
            ),
          },
          { key: "was", head: "Was, and would have been", cell: (one) => <Answers of={one} /> },
        ]}
      />
      {data.next === null ? null : (
        <p>
          <Link href={`${here}?from=${shown.from}&cursor=${data.next}`}>Older decisions</Link>
        </p>
      )}
    </>
  );
}

/** How often the page looks again while a trial runs. */
const LOOK_MS = 1000;

function isTrying(version: PolicyVersionView | undefined): boolean {
  const state = version?.trial?.state;
  return state === "waiting" || state === "running";
}

/** "3 of 12 past decisions would have come out differently.", or how far the trial is. */
function countWords({ trial, shadow }: PolicyVersionView, from: CasesShown["from"]): string {
  if (from === "shadow") {
    if (shadow === null) return "The version is not in shadow.";
    return `${shadow.differed} of ${shadow.agreed + shadow.differed} decisions since it is in shadow would have come out differently.`;
  }
  if (trial === null) return "The version was not tried on history yet.";
  if (trial.state === "failed") return "The trial did not come to its end. Try it once more.";
  if (trial.state !== "done") return `Looked at ${trial.seen} of ${trial.total} commands so far.`;
  return `${trial.changed} of ${trial.judged} past decisions would have come out differently.`;
}

/** Why there is nothing to list, and what to do about it. */
function emptyWords({ trial, shadow }: PolicyVersionView, from: CasesShown["from"]): string {
  const tried = from === "trial" ? trial !== null : shadow !== null;
  if (tried) return "Whatever it judged came out as it did.";
  return from === "trial"
    ? "Try the version on history first, on the policies page."
    : "Run the version in shadow first, on the policies page.";
}

/** For whom it was decided, and for which job. */
function aboutWords({ candidate, job }: CaseView): string {
  return [candidate?.name, job?.title].filter((one) => one !== undefined).join(" · ");
}

function Answers({ of }: { of: CaseView }) {
  if (of.content.state === "sealed") {
    return (
      <span className={classes.was}>
        {of.content.sentence} {of.content.lift}
      </span>
    );
  }
  const { was, would } = of.content;
  return (
    <div className={classes.answers}>
      <div>
        <ToneBadge tone={OUTCOME[was.outcome].tone}>Was {OUTCOME[was.outcome].word}</ToneBadge>
        {was.sentence === null ? null : <div className={classes.was}>{was.sentence}</div>}
      </div>
      <div>
        <ToneBadge tone={OUTCOME[would.outcome].tone}>
          Would be {OUTCOME[would.outcome].word}
        </ToneBadge>{" "}
        <WhyInFull explanation={would.explanation} />
        {would.sentence === null ? null : <div>{would.sentence}</div>}
      </div>
    </div>
  );
}
