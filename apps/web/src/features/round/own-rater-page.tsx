"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { WhyNot } from "../../ui/why-not.tsx";
import { placeOf, stepsWords } from "./round-words.ts";
import classes from "./round.module.css";

/** How strictly the reader rates those whom they manage, for nobody's eyes but their own. */
export function OwnRaterPage({ org }: { org: string }) {
  const { own } = useSuspenseQuery(useTRPC().round.showRaters.queryOptions({})).data;
  return (
    <>
      <PageHeader
        title="How I rate"
        crumbs={[{ label: "Growth", href: `/o/${org}/growth` }]}
        lead="How far above or below their own words you rate your people, against all other managers. Nobody else sees which figure is yours."
      />
      {own.length === 0 ? (
        <EmptyState title="No review of yours has two sides yet">
          Figures come once you and your people have both reviewed.
        </EmptyState>
      ) : (
        own.map((one) => (
          <section key={one.establishment ?? ""} className={classes.section}>
            <h2>{placeOf(one.establishment)}</h2>
            {one.hidden !== null ? (
              <WhyNot may={one.hidden} />
            ) : one.severity === null ? (
              <p>Too few of your own people were reviewed by both of you to say anything.</p>
            ) : (
              <p>
                {stepsWords(one.severity.difference)} steps of the scale, of {one.people} people (95
                % interval {stepsWords(one.severity.low)} to {stepsWords(one.severity.high)}). An
                interval that holds 0 says nothing.
              </p>
            )}
          </section>
        ))
      )}
    </>
  );
}
