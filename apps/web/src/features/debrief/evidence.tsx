import type { CellView, MayView, RaterView, RowView } from "@rubric/domain/debrief/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import classes from "./evidence.module.css";
import { SecondRatingForm } from "./second-rating-form.tsx";

/** What stands behind the marks of one criterion, rater beside rater. */
export function Evidence(props: { row: RowView; raters: readonly RaterView[]; mayRate: MayView }) {
  const { row, raters, mayRate } = props;
  return (
    <div className={classes.evidence}>
      {row.expected.anchor === "" ? null : (
        <p className={classes.anchor}>
          <span>Expected at {row.expected.level}:</span> {row.expected.anchor}
        </p>
      )}
      <div className={classes.columns}>
        {raters.map((rater) => {
          const cell = row.cells.find((one) => one.scorecardId === rater.scorecardId);
          return cell === undefined ? null : (
            <section key={rater.scorecardId} className={classes.one} aria-label={rater.name}>
              <h3 className={classes.who}>
                {rater.name}
                {rater.mine ? " (you)" : ""}
              </h3>
              <Words cell={cell} />
              {rater.mine && mayRate === null ? (
                <SecondRatingForm row={row} cell={cell} key={cell.second?.at ?? "first"} />
              ) : null}
            </section>
          );
        })}
      </div>
    </div>
  );
}

/** What each rater summed up beside their recommendation. */
export function Summaries({ raters }: { raters: readonly RaterView[] }) {
  return (
    <div className={classes.columns}>
      {raters.map((rater) => (
        <section key={rater.scorecardId} className={classes.one} aria-label={rater.name}>
          <h3 className={classes.who}>
            {rater.name}
            {rater.mine ? " (you)" : ""}
          </h3>
          <p className={classes.words}>
            {rater.summary === "" ? "No summary was written." : rater.summary}
          </p>
        </section>
      ))}
    </div>
  );
}

function Words({ cell }: { cell: CellView }) {
  return (
    <>
      <p className={classes.mark}>
        <RatingMark rating={cell.rating ?? "not_assessed"} withWord />
      </p>
      <p className={classes.words}>
        {cell.rating === null
          ? cell.notAssessedReason
          : cell.evidence === ""
            ? "Rests on notes under the questions."
            : cell.evidence}
      </p>
      {cell.later === null ? null : (
        <div className={classes.beside}>
          <p className={classes.mark}>
            Corrected later: <RatingMark rating={cell.later.rating ?? "not_assessed"} withWord />
          </p>
          <p className={classes.words}>{cell.later.evidence}</p>
          <p className={classes.quiet}>
            Version {cell.later.number}, <ExactTime at={cell.later.at} />
          </p>
        </div>
      )}
      {cell.second === null ? null : (
        <div className={classes.beside}>
          <p className={classes.mark}>
            After the talk: <RatingMark rating={cell.second.rating} withWord />
          </p>
          <p className={classes.words}>{cell.second.reason}</p>
          {cell.second.session > 1 ? (
            <p className={classes.quiet}>Session {cell.second.session}</p>
          ) : null}
        </div>
      )}
    </>
  );
}
