import type { InsightView, PredictionLine } from "@rubric/domain/insight/schemas";
import Link from "next/link";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DefinedHead } from "./defined-head.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { signed } from "./figure.tsx";
import classes from "./insight.module.css";
import { Strip } from "./strip.tsx";

type Prediction = NonNullable<InsightView["prediction"]>;

/** Whether ratings of interviews go together with later reviews of the same competencies. */
export function PredictionSection({ org, of }: { org: string; of: Prediction }) {
  const lines = [
    ...(of.overall === null ? [] : [{ ...of.overall, name: "All competencies together" }]),
    ...of.competencies,
  ];
  return (
    <section className={classes.section} aria-labelledby="prediction">
      <h2 id="prediction">Do interviews predict?</h2>
      <p className={classes.words}>
        Ratings of the interviews beside the first review of the same competencies by the
        person&rsquo;s manager after they were hired. Only people who were hired are reviewed, and
        they were rated high: among so few who differ so little a correlation comes out smaller than
        it would among all who applied. A low one is no proof that the interviews fail.
      </p>
      {!of.shown ? (
        <EmptyState compact title="Not compared">
          A review is for its two people alone, so nothing is read of any until two admins set a
          policy for <Link href={`/o/${org}/settings/rules#insight.reviews`}>Insight: reviews</Link>{" "}
          at the places concerned. Then figures of at least {of.least} people are made once a
          quarter.
        </EmptyState>
      ) : lines.length === 0 ? (
        <EmptyState compact title="Too few to say">
          {of.quarter === null
            ? "The first figures are made for the quarter that ends next."
            : `Until the end of ${quarterWords(of.quarter)} fewer than ${of.least} people were hired and reviewed, or one manager reviewed almost all of them.`}{" "}
          They are made once a quarter, and move only when at least five people have joined.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Correlation of interviews with later reviews"
            rows={lines}
            rowKey={(line) => line.name}
            columns={COLUMNS}
          />
          <p className={classes.words}>
            Nobody&rsquo;s rating can be told from these numbers: no point stands for a person, no
            figure is of fewer than {of.least} people, and a figure moves only when at least five
            have joined.
          </p>
        </>
      )}
      <DefinitionList of={["correlation", "correlationInterval", "people"]} />
    </section>
  );
}

const COLUMNS = [
  { key: "name", head: "Competency", cell: (line: PredictionLine) => line.name },
  {
    key: "strip",
    head: "−1 to 1",
    width: "26%",
    desk: true,
    cell: ({ correlation, interval }: PredictionLine) => (
      <Strip value={correlation} low={interval.low} high={interval.high} />
    ),
  },
  {
    key: "correlation",
    head: <DefinedHead of="correlation" />,
    align: "end" as const,
    cell: ({ correlation }: PredictionLine) => signed(correlation, 1),
  },
  {
    key: "interval",
    head: "95 % interval",
    align: "end" as const,
    cell: ({ interval }: PredictionLine) =>
      `${signed(interval.low, 1)} to ${signed(interval.high, 1)}`,
  },
  {
    key: "people",
    head: <DefinedHead of="people" />,
    align: "end" as const,
    cell: (line: PredictionLine) => line.people,
  },
  {
    key: "quarter",
    head: "Until",
    desk: true,
    cell: (line: PredictionLine) => quarterWords(line.quarter),
  },
];

function quarterWords(quarter: string): string {
  const [year = "", number = ""] = quarter.split("-");
  return `${number} ${year}`;
}
