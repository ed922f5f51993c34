import type { ReviewView } from "@rubric/domain/review/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { useArrival } from "../../ui/use-arrival.ts";
import classes from "./review.module.css";

/** One's own side as it was submitted, while the other one is still sealed. */
export function OwnSide({ view, came }: { view: ReviewView; came: boolean }) {
  const heading = useArrival(came);
  const { submitted } = view.own;
  if (submitted === null) return null;
  const names = new Map(view.rows.map(({ competencyId, name }) => [competencyId, name]));
  return (
    <section aria-label="Your side">
      <h2 ref={heading} tabIndex={-1} className={classes.came}>
        Your side, submitted <ExactTime at={submitted.at} />
      </h2>
      {submitted.content.summary === "" ? null : (
        <p className={classes.lead}>{submitted.content.summary}</p>
      )}
      <ul className={classes.entries}>
        {submitted.content.ratings.map((entry) => (
          <li key={entry.competencyId}>
            <p className={classes.by}>
              {names.get(entry.competencyId)}
              <RatingMark rating={entry.rating ?? "not_assessed"} withWord />
            </p>
            <p className={classes.words}>
              {entry.rating === null ? entry.notAssessedReason : entry.evidence}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
