import type { InsightView } from "@rubric/domain/insight/schemas";
import Link from "next/link";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DefinedHead } from "./defined-head.tsx";
import { countWords, Figure, hoursWords, percentWords, signed } from "./figure.tsx";
import classes from "./insight.module.css";

type Raters = NonNullable<InsightView["raters"]>;
type Row = Raters["rows"][number];

/** How each interviewer rates, for who leads hiring, where a policy says so. */
export function RatersSection({ org, of, until }: { org: string; of: Raters; until: string }) {
  return (
    <section className={classes.section} aria-labelledby="raters">
      <h2 id="raters">How interviewers rate</h2>
      {!of.shown ? (
        <EmptyState compact title="Not shown">
          Everybody sees their own figures and nobody else&rsquo;s. Two admins can change that for a
          place by a policy for{" "}
          <Link href={`/o/${org}/settings/rules#insight.raters`}>Insight: raters</Link>; in some
          places a works council has to agree first.
        </EmptyState>
      ) : (
        <>
          <p className={classes.words}>
            Interviews of the two years before {until} whose applications are over, in the places
            where a policy shows this. A difference may come from whom somebody met: look at the
            interval before you talk about a number.
          </p>
          <DataTable
            caption="How interviewers rate"
            rows={of.rows}
            rowKey={(row) => row.memberId}
            columns={COLUMNS}
            empty={
              <EmptyState compact title="Too few to say">
                Nobody has {of.least} scorecards there yet.
              </EmptyState>
            }
          />
          {of.hidden === 0 ? null : (
            <p className={classes.words}>
              Too few to say of {of.hidden} {of.hidden === 1 ? "other" : "others"}: fewer than{" "}
              {of.least} scorecards.
            </p>
          )}
        </>
      )}
    </section>
  );
}

const COLUMNS = [
  { key: "name", head: "Interviewer", cell: (row: Row) => row.name },
  {
    key: "scorecards",
    head: "Scorecards",
    align: "end" as const,
    desk: true,
    cell: (row: Row) => row.figures.scorecards,
  },
  {
    key: "severity",
    head: <DefinedHead of="severity" />,
    align: "end" as const,
    cell: (row: Row) => <Figure of={row.figures.severity} words={signed} unit="candidates" />,
  },
  {
    key: "agreement",
    head: <DefinedHead of="agreement" />,
    align: "end" as const,
    cell: (row: Row) => <Figure of={row.figures.agreement} words={signed} unit="pairs" />,
  },
  {
    key: "hours",
    head: <DefinedHead of="hours" />,
    align: "end" as const,
    cell: (row: Row) => <Figure of={row.figures.hours} words={hoursWords} unit="scorecards" />,
  },
  {
    key: "extremes",
    head: <DefinedHead of="extremes" />,
    align: "end" as const,
    desk: true,
    cell: (row: Row) => <Figure of={row.figures.extremes} words={percentWords} unit="ratings" />,
  },
  {
    key: "evidence",
    head: <DefinedHead of="evidence" />,
    align: "end" as const,
    desk: true,
    cell: (row: Row) => <Figure of={row.figures.evidence} words={countWords} unit="ratings" />,
  },
];
