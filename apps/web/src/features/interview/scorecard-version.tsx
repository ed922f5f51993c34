import type { ScorecardView } from "@rubric/domain/scorecard/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import { RatingMark, RecommendationMark } from "../../ui/rating-mark.tsx";
import classes from "./scorecard-version.module.css";

type Version = ScorecardView["versions"][number];

/** What was submitted, word for word. */
export function ScorecardVersion({
  version,
  criteria,
  questions,
  title,
  open,
}: {
  version: Version;
  criteria: readonly { id: string; name: string }[];
  questions: readonly { id: string; text: string }[];
  title: string | null;
  open: boolean;
}) {
  const notes = version.notes.filter((note) => note.text.trim() !== "");
  const known = criteria.filter((one) =>
    version.ratings.some((rating) => rating.criterionId === one.id),
  );
  return (
    <details className={classes.version} open={open}>
      <summary>
        {title === null ? "Submitted" : title} <ExactTime at={version.submittedAt} />
        {version.recommendation === null ? null : (
          <RecommendationMark recommendation={version.recommendation} withWord />
        )}
      </summary>
      {version.reason === null ? null : (
        <p className={classes.aside}>Corrected because: {version.reason}</p>
      )}
      {version.afterReading ? (
        <p className={classes.aside}>
          Written after its author could read the scorecards of{" "}
          {version.readStages.length === 0 ? "others" : version.readStages.join(", ")}. Figures use
          the version before.
        </p>
      ) : null}
      {version.struck === null ? null : (
        <p className={classes.aside}>
          Struck by {version.struck.by}, <ExactTime at={version.struck.at} />:{" "}
          {version.struck.reason}
        </p>
      )}
      {version.summary === "" ? null : <p className={classes.summary}>{version.summary}</p>}
      <ul className={classes.ratings}>
        {known.map((one) => {
          const rating = version.ratings.find((entry) => entry.criterionId === one.id);
          return (
            <li key={one.id}>
              <div className={classes.rating}>
                <span>{one.name}</span>
                <RatingMark rating={rating?.rating ?? "not_assessed"} withWord />
              </div>
              {rating?.rating == null ? (
                <p>{rating?.notAssessedReason}</p>
              ) : rating.evidence === "" ? null : (
                <p>{rating.evidence}</p>
              )}
            </li>
          );
        })}
      </ul>
      {notes.length === 0 ? null : (
        <dl className={classes.notes}>
          {notes.map((note) => (
            <div key={note.questionId}>
              <dt>{questions.find((one) => one.id === note.questionId)?.text ?? "A question"}</dt>
              <dd>{note.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
