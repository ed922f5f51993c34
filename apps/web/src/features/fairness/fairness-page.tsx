"use client";

import type { FairnessTable, FairnessView } from "@rubric/domain/fairness/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Definitions } from "./definitions.tsx";
import classes from "./fairness.module.css";
import { StepTable } from "./step-table.tsx";

const RULE = "fairness.selfIdentification";

/** How groups fared in the selection of each year that is over, for an auditor. */
export function FairnessPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.fairness.show.queryOptions({}));
  return (
    <>
      <PageHeader
        title="Adverse impact"
        lead="How groups fared in the selection of each calendar year, as candidates identified themselves. Figures of many people only; nobody who takes part in hiring reads them."
        secondary={<Link href={`/o/${org}/settings/rules#${RULE}`}>The rules behind it</Link>}
      />
      {data.years.length === 0 ? (
        <EmptyState title="No year yet">
          {data.asking ? (
            <>
              Candidates are asked. The figures of this year are made on{" "}
              <ExactTime at={data.nextAt} />, if anybody answered.
            </>
          ) : (
            "Candidates are not asked how they identify themselves. An admin switches it on by a policy for “Adverse impact: self identification”; it is asked only where the region of the job allows it."
          )}
        </EmptyState>
      ) : (
        <>
          {data.years.map((year) => (
            <Year key={year.year} of={year} />
          ))}
          <Definitions least={data.years[0]?.least ?? 5} />
        </>
      )}
    </>
  );
}

function Year({ of }: { of: FairnessView["years"][number] }) {
  return (
    <section className={classes.year} aria-labelledby={`year-${of.year}`}>
      <div>
        <h2 id={`year-${of.year}`}>{of.year}</h2>
        <p className={classes.quiet}>
          Applications that ended in {of.year}, made on <ExactTime at={of.madeAt} /> and never
          changed since. No number below {of.least} people is shown.
        </p>
      </div>
      {of.attributes.map((attribute) => (
        <div key={attribute.attribute}>
          <h3 className={classes.attribute}>{attribute.title}</h3>
          {attribute.tables.length === 0 ? (
            <p className={classes.quiet}>Too few to say.</p>
          ) : (
            attribute.tables.map((table) => (
              <Table key={table.job ?? ""} of={table} among={attribute.tables.length} />
            ))
          )}
        </div>
      ))}
    </section>
  );
}

function Table({ of, among }: { of: FairnessTable; among: number }) {
  const name = of.job ?? (among === 1 ? "All jobs together" : "All other jobs together");
  return (
    <div>
      {of.steps.map((step) => (
        <StepTable key={step.step} job={name} of={step} />
      ))}
      {of.hidden.length === 0 ? null : (
        <p className={classes.quiet}>Too few to say: {of.hidden.join(", ")}.</p>
      )}
      {of.depth === "all" ? null : (
        <p className={classes.quiet}>The steps in between have too few to say.</p>
      )}
    </div>
  );
}
