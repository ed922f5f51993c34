import type { RaterView } from "@rubric/domain/debrief/schemas";
import { RecommendationMark } from "../../ui/rating-mark.tsx";
import { ratingWords } from "../../ui/ratings.ts";
import classes from "./debrief-grid.module.css";
import { Summaries } from "./evidence.tsx";
import { MarkButton } from "./mark-button.tsx";

/** Recommendations last, after the criteria they rest on; each opens what its author summed up. */
export function OverallRows(props: {
  raters: readonly RaterView[];
  row: number;
  expanded: boolean;
  id: string;
  onToggle: (to?: boolean) => void;
}) {
  const { raters, row, expanded, id, onToggle } = props;
  return (
    <>
      <tr className={classes.overall} data-open={expanded || undefined}>
        <th scope="row" className={classes.criterion}>
          <span className={classes.name}>Recommendation</span>
        </th>
        {raters.map((rater, column) => (
          <td key={rater.scorecardId} className={classes.cell}>
            <MarkButton
              place={`${row}:${column}`}
              expanded={expanded}
              controls={id}
              label={`${rater.name} recommends: ${rater.recommendation === null ? "nothing" : ratingWords[rater.recommendation]}`}
              onToggle={onToggle}
            >
              {rater.recommendation === null ? (
                <span className={classes.expected}>None</span>
              ) : (
                <RecommendationMark recommendation={rater.recommendation} size={18} withWord />
              )}
            </MarkButton>
          </td>
        ))}
        <td className={classes.apart}>{agreed(raters) ? "same" : "–"}</td>
      </tr>
      {expanded ? (
        <tr className={classes.opened} id={id}>
          <td colSpan={raters.length + 2}>
            <div className={classes.inside}>
              <Summaries raters={raters} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Whether two or more recommend, and all of them the same; a shadow's counts for nothing. */
function agreed(raters: readonly RaterView[]): boolean {
  const given = raters.flatMap(({ recommendation, shadow }) =>
    recommendation === null || shadow ? [] : [recommendation],
  );
  return given.length > 1 && new Set(given).size === 1;
}
