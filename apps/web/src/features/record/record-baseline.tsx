import type { RecordDocument } from "@rubric/domain/record/schemas";
import { ratingWords } from "../../ui/ratings.ts";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./record.module.css";

const AUTHORS = {
  interviewer: "Interviewer",
  hiring_manager: "Hiring manager",
  recruiter: "Recruiter",
} as const;

/** What the interviews before the hire showed, with what was announced of it. */
export function BaselineEntries({ of }: { of: RecordDocument["sections"]["baseline"] }) {
  return (
    <ul className={classes.entries}>
      {of.map((one) => (
        <li key={one.openedAt} className={classes.entry}>
          <h4>From the interviews for {one.job}</h4>
          <p className={classes.small}>
            Told on {dateWords(one.notice.at)}: {one.notice.text}
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Competency</th>
                <th scope="col">What was seen</th>
              </tr>
            </thead>
            <tbody>
              {one.competencies.map(({ key, name, ratings }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>
                    {ratings.map(({ rating, evidence, by, on }, index) => (
                      <p key={`${by} ${on} ${index}`} className={classes.words}>
                        {ratingWords[rating]}
                        <span className={classes.small}>
                          {" "}
                          {AUTHORS[by]}, {dateWords(on)}. {evidence}
                        </span>
                      </p>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {one.remark === "" ? null : <p className={classes.words}>Your remark: {one.remark}</p>}
          {one.objection === "" ? null : (
            <p className={classes.words}>Your objection: {one.objection}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
