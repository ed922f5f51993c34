import { Anchor } from "@mantine/core";
import type { RecordDocument } from "@rubric/domain/record/schemas";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./record.module.css";

type Sections = RecordDocument["sections"];

/** Figures with their definition, target, stretch of days and source. */
export function MetricsTable({ of }: { of: Sections["metrics"] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Days</th>
          <th scope="col">Figure</th>
          <th scope="col">Target</th>
        </tr>
      </thead>
      <tbody>
        {of.map((one) => (
          <tr key={`${one.metric} ${one.period} ${one.from} ${one.source}`}>
            <th scope="row">
              {one.name}
              <p className={classes.small}>{one.says}</p>
            </th>
            <td>
              {dateWords(one.from)} to {dateWords(one.through)}
              <p className={classes.small}>{one.source}</p>
            </td>
            <td>
              {Math.round(one.value * 100) / 100} {one.unit}
              <p className={classes.small}>{one.n === null ? "n not known" : `n = ${one.n}`}</p>
            </td>
            <td>
              {one.target} {one.unit}
              <p className={classes.small}>{one.meets ? "met" : "not met"}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Evidence with where it leads; a file can be saved from here. */
export function EvidenceEntries({ of }: { of: Sections["evidence"] }) {
  return (
    <ul className={classes.entries}>
      {of.map((one, index) => (
        <li key={`${one.title} ${one.day} ${index}`} className={classes.entry}>
          <h4>{one.removed === null ? one.title : <s>{one.title}</s>}</h4>
          <p className={classes.small}>
            {dateWords(one.day)} · {one.competencies.join(", ")} · added by {one.addedBy}
          </p>
          {one.url !== null && /^https?:\/\//i.test(one.url) ? (
            <p className={classes.words}>
              <Anchor href={one.url} rel="noopener noreferrer nofollow" underline="always">
                {one.url}
              </Anchor>
            </p>
          ) : null}
          {one.file === null ? null : (
            <p className={classes.words}>
              <Anchor
                href={`data:${one.file.mediaType};base64,${one.file.base64}`}
                download={one.file.name}
                underline="always"
              >
                {one.file.name}
              </Anchor>
            </p>
          )}
          {one.note === "" ? null : <p className={classes.words}>{one.note}</p>}
          {one.removed === null ? null : (
            <p className={classes.small}>
              Removed by {one.removed.by}: {one.removed.reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
