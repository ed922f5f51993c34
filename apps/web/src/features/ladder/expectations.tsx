import { RatingMark } from "../../ui/rating-mark.tsx";
import { type Heads, LadderKey, LadderLines } from "./ladder-lines.tsx";
import classes from "./ladder.module.css";
import { gapWords, type LadderRow } from "./words.ts";

/** So many rows stand open; the others are folded. */
const OPEN = 6;

type Of = { rows: readonly LadderRow[]; level: string; heads: Heads };

/**
 * What the level asks in each competency, what either side said of it, and what is missing, drawn
 * and as a table: the first rows as they come, the others folded.
 */
export function Expectations({ rows, level, heads }: Of) {
  const marked = rows.some(isMarked);
  const [first, rest] = [rows.slice(0, OPEN), rows.slice(OPEN)];
  return (
    <>
      {marked ? (
        <>
          <LadderKey heads={heads} />
          <LadderLines rows={first} />
          <p className={classes.lead}>
            A gap goes from 0, where nothing is missing, to 5: what the mark lacks of a strong yes,
            times 1 to 5 for how well the level asks for it. The manager&apos;s mark counts, or else
            one&apos;s own.
          </p>
        </>
      ) : null}
      <Asked
        rows={first}
        level={level}
        heads={heads}
        caption={`What ${level} expects${marked ? ", the largest gaps first" : ""}`}
      />
      {rest.length === 0 ? null : (
        <details className={classes.rest}>
          <summary>
            {rest.length === 1 ? "The other competency" : `The other ${rest.length} competencies`}
          </summary>
          {rest.some(isMarked) ? <LadderLines rows={rest} /> : null}
          <Asked
            rows={rest}
            level={level}
            heads={heads}
            caption={`What ${level} expects of the others`}
          />
        </details>
      )}
    </>
  );
}

const isMarked = ({ self, manager }: LadderRow) =>
  (self?.rating ?? manager?.rating ?? null) !== null;

function Asked({ rows, level, heads, caption }: Of & { caption: string }) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Expected at {level}</th>
          <th scope="col">{heads.self}</th>
          <th scope="col">{heads.manager}</th>
          <th scope="col">Gap, 0 to 5</th>
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
            <td data-label="Gap, 0 to 5">{gapWords(row.gap)}</td>
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
