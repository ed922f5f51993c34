import { RatingMark } from "../../ui/rating-mark.tsx";
import type { Heads } from "./ladder-lines.tsx";
import classes from "./ladder.module.css";
import type { LadderRow } from "./words.ts";

/** What the level asks in each competency, what either side said of it, and what is missing. */
export function Expectations(props: { rows: readonly LadderRow[]; level: string; heads: Heads }) {
  const { rows, level, heads } = props;
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>What {level} expects, the largest gaps first</caption>
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Expected at {level}</th>
          <th scope="col">{heads.self}</th>
          <th scope="col">{heads.manager}</th>
          <th scope="col">Gap</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.name}
              <span>{row.required ? row.theme : `${row.theme}, optional`}</span>
            </th>
            <td>
              {row.there}
              {row.here === null || row.here === row.there ? null : (
                <details>
                  <summary>What is expected now</summary>
                  <p>{row.here}</p>
                </details>
              )}
            </td>
            <td data-label={heads.self}>
              <Said said={row.self} />
            </td>
            <td data-label={heads.manager}>
              <Said said={row.manager} />
            </td>
            <td data-label="Gap">{row.gap === null ? "not rated" : row.gap.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ said }: { said: LadderRow["self"] }) {
  if (said === null) return <>nothing yet</>;
  return <RatingMark rating={said.rating ?? "not_assessed"} withWord />;
}
