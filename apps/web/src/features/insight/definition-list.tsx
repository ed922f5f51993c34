import { type Defined, DEFINITIONS } from "./definitions.ts";
import classes from "./insight.module.css";

/** What the numbers of a section mean, to be opened. */
export function DefinitionList({ of }: { of: readonly Defined[] }) {
  return (
    <details className={classes.details}>
      <summary>What the numbers mean</summary>
      <dl className={classes.definitions}>
        {of.map((key) => (
          <div key={key}>
            <dt>{DEFINITIONS[key].name}</dt>
            <dd>{DEFINITIONS[key].meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
