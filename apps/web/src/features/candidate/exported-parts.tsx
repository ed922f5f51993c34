import type { ReactNode } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";
import classes from "./exported.module.css";

export type Fact = readonly [string, ReactNode];
export type Entry = { title: string; at: string | null; facts: readonly Fact[] };

/** Names and what stands behind them; what is empty is left out. */
export function Facts({ of }: { of: readonly Fact[] }) {
  const shown = of.filter(([, value]) => value !== "" && value !== null);
  if (shown.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {shown.map(([name, value], index) => (
        // A question may be asked twice, so its words alone are no key.
        <div key={`${name} ${index}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Things of one kind, each with its time. */
export function Entries({ of, none }: { of: readonly Entry[]; none?: string }) {
  if (of.length === 0) return none === undefined ? null : <p className={classes.none}>{none}</p>;
  return (
    <ul className={classes.entries}>
      {of.map((entry, index) => (
        <li key={`${entry.title} ${entry.at ?? ""} ${index}`}>
          <strong>{entry.title}</strong>
          {entry.at === null ? null : (
            <span className={classes.at}>
              <ExactTime at={entry.at} />
            </span>
          )}
          <Facts of={entry.facts} />
        </li>
      ))}
    </ul>
  );
}
