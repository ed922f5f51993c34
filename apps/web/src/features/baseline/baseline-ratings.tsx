import type { BaselineCompetency } from "@rubric/domain/baseline/schemas";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { DUTY_WORDS } from "./baseline-words.ts";
import classes from "./baseline.module.css";

/** The ratings by competency, each with its mark, its day, and the evidence where it is shown. */
export function BaselineRatings({ competencies }: { competencies: BaselineCompetency[] }) {
  if (competencies.length === 0) return null;
  return (
    <section aria-labelledby="showed-title">
      <h2 id="showed-title">What the interviews showed</h2>
      <p className={classes.note}>
        Nobody is named here. Beside each rating stands only what its author was in your hiring: an
        interviewer, the hiring manager or the recruiter.
      </p>
      <ul className={classes.competencies}>
        {competencies.map(({ key, name, theme, ratings }) => (
          <li key={key} className={classes.competency}>
            <h3>
              {name} <span className={classes.quiet}>{theme}</span>
            </h3>
            <ul className={classes.ratings}>
              {ratings.map(({ rating, evidence, by, on }, n) => (
                <li key={n}>
                  <div className={classes.line}>
                    <RatingMark rating={rating} withWord />
                    <span className={classes.quiet}>
                      {DUTY_WORDS[by]}, {dateWords(on)}
                    </span>
                  </div>
                  {evidence === null || evidence === "" ? null : (
                    <p className={classes.words}>{evidence}</p>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
