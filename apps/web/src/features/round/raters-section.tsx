"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { WhyNot } from "../../ui/why-not.tsx";
import { placeOf, stepsWords } from "./round-words.ts";
import classes from "./round.module.css";

/** How far managers and their people agree, and how strictly managers rate; nobody is named. */
export function RatersSection({ org }: { org: string }) {
  const { all } = useSuspenseQuery(useTRPC().round.showRaters.queryOptions({})).data;
  return (
    <section className={classes.section} aria-labelledby="raters-title">
      <h2 id="raters-title">Managers as raters</h2>
      <p>
        Agreement says how near the ratings of managers and of their people come to each other,
        beyond what chance alone would bring: 1 is the same throughout, 0 as by chance (Cohen’s
        weighted kappa). Severity is how many steps of the scale a manager rates people above or
        below their own words, against all other managers, with a 95 % interval: where that holds 0,
        nothing is said. Of each person the newest review with two sides counts. Figures are made
        when a quarter is over, and move once five more people were reviewed, so that no move is one
        person’s.
      </p>
      <p>
        Off until{" "}
        <Link href={`/o/${org}/settings/policies#round.raters`}>the policy on raters</Link> switches
        them on for a place of work; a works council has a say in that.
      </p>
      {all === null || all.length === 0 ? (
        <EmptyState title="No review has two sides yet" compact>
          Figures come once managers and their people have both reviewed.
        </EmptyState>
      ) : (
        all.map((one) => (
          <div key={one.establishment ?? ""} className={classes.group}>
            <h3>{placeOf(one.establishment)}</h3>
            {one.hidden === null ? (
              <>
                <p>
                  {one.people} people, {one.pairs} pairs of ratings. Agreement:{" "}
                  {one.kappa === null ? "not to be said, nobody varies" : one.kappa.toFixed(1)}.
                </p>
                <DataTable
                  stacks
                  caption={`Severity of managers, from the strictest on: ${placeOf(one.establishment)}`}
                  rows={one.severities.map((severity, n) => ({ ...severity, n }))}
                  rowKey={({ n }) => String(n)}
                  columns={[
                    { key: "n", head: "Manager", cell: ({ n }) => `No. ${n + 1}` },
                    {
                      key: "difference",
                      head: "Steps",
                      align: "end",
                      cell: ({ difference }) => stepsWords(difference),
                    },
                    {
                      key: "interval",
                      head: "95 % interval",
                      align: "end",
                      cell: ({ low, high }) => `${stepsWords(low)} to ${stepsWords(high)}`,
                    },
                  ]}
                />
              </>
            ) : (
              <WhyNot may={one.hidden} />
            )}
          </div>
        ))
      )}
    </section>
  );
}
