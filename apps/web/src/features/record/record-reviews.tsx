import type { RecordDocument } from "@rubric/domain/record/schemas";
import { ratingWords } from "../../ui/ratings.ts";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./record.module.css";

type Review = RecordDocument["sections"]["reviews"][number];
type Side = NonNullable<Review["self"]>;

const STATES = { open: "open", closed: "closed", cancelled: "cancelled" } as const;

/** Reviews with what each side said of each competency, side by side. */
export function ReviewEntries({ of }: { of: Review[] }) {
  return (
    <ul className={classes.entries}>
      {of.map((one) => (
        <li key={one.openedAt} className={classes.entry}>
          <h4>
            Review as {one.level}, {dateWords(one.openedAt.slice(0, 10))}
          </h4>
          <p className={classes.small}>
            {one.framework} · {STATES[one.state]}
          </p>
          <Ratings self={one.self} manager={one.manager} />
          {one.self === null ? null : (
            <p className={classes.words}>
              {one.self.by}: {one.self.summary}
            </p>
          )}
          {one.manager === null ? null : (
            <p className={classes.words}>
              {one.manager.by}: {one.manager.summary}
            </p>
          )}
          {one.outcome === "" ? null : <p className={classes.words}>Agreed: {one.outcome}</p>}
          {one.answer === "" ? null : <p className={classes.words}>Your answer: {one.answer}</p>}
        </li>
      ))}
    </ul>
  );
}

function Ratings({ self, manager }: { self: Side | null; manager: Side | null }) {
  const names = [...(self?.ratings ?? []), ...(manager?.ratings ?? [])].map(
    ({ competency }) => competency,
  );
  if (names.length === 0) return <p className={classes.small}>Nothing was submitted.</p>;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Competency</th>
          <th scope="col">Self-review</th>
          <th scope="col">Manager</th>
        </tr>
      </thead>
      <tbody>
        {[...new Set(names)].map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Said of={self} competency={name} />
            </td>
            <td>
              <Said of={manager} competency={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ of, competency }: { of: Side | null; competency: string }) {
  const said = of?.ratings.find((one) => one.competency === competency);
  if (said === undefined) return "–";
  return (
    <>
      {said.rating === null ? "Not assessed" : ratingWords[said.rating]}
      <span className={classes.small}>
        {" "}
        {said.rating === null ? said.notAssessedReason : said.evidence}
      </span>
    </>
  );
}
