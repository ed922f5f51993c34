"use client";

import { SegmentedControl } from "@mantine/core";
import type { CaseView } from "@rubric/domain/policy/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { WhyInFull } from "../../ui/why-in-full.tsx";
import type { CasesShown } from "./cases-shown.ts";
import classes from "./policy.module.css";

const OUTCOME = { passed: "Accepted", refused: "Refused", effect: "Accepted" } as const;

/** The decisions that a version would have had otherwise, each with what was and what would be. */
export function CasesPage({ org, shown }: { org: string; shown: CasesShown }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useSuspenseQuery(trpc.policy.listCases.queryOptions(shown));
  const here = `/o/${org}/settings/policies/${shown.versionId}`;
  return (
    <>
      <PageHeader
        title="What would change"
        crumbs={[
          { label: "Settings", href: `/o/${org}/settings` },
          { label: "Policies", href: `/o/${org}/settings/policies` },
        ]}
        lead={data.version.sentence}
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
      <DataTable
        caption="Decisions that would have come out differently"
        rows={data.cases}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="No decision would have come out differently">
            {shown.from === "trial"
              ? "Either nothing that happened is touched, or the version was not tried yet: try it on the policies page."
              : "Nothing was judged in shadow that differs. Put the version into shadow on the policies page."}
          </EmptyState>
        }
        columns={[
          { key: "at", head: "When", cell: (one) => <ExactTime at={one.at} /> },
          {
            key: "what",
            head: "Decision",
            cell: (one) => (
              <>
                <Link href={`/o/${org}/audit?subject=${one.subject.id}`}>{one.action}</Link>
                {one.job === null ? null : <div className={classes.meta}>{one.job.title}</div>}
              </>
            ),
          },
          { key: "was", head: "Was and would have been", cell: (one) => <Answers of={one} /> },
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
      <span className={classes.was}>
        Was: {OUTCOME[was.outcome]}. {was.sentence}
      </span>
      <span>
        Would: {OUTCOME[would.outcome]}. {would.sentence}{" "}
        <WhyInFull explanation={would.explanation} />
      </span>
    </div>
  );
}
