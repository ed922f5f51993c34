"use client";

import type { PreparationView } from "@rubric/domain/preparation/schemas";
import { RatingInput } from "../../ui/rating-input.tsx";
import type { Rating } from "../../ui/ratings.ts";
import classes from "./preparation.module.css";

type Expected = PreparationView["competencies"][number];

/** Each competency with what is expected, and the five marks for oneself. */
export function SelfReview(props: {
  of: readonly Expected[];
  marks: Readonly<Record<string, Rating>>;
  named: readonly string[];
  onMark: (key: string, rating: Rating) => void;
}) {
  const { of, marks, named, onMark } = props;
  const themes = [...new Set(of.map((one) => one.theme))];
  return (
    <section id="review" aria-labelledby="review-title" className={classes.part}>
      <h2 id="review-title">Where you stand</h2>
      <p>
        Read what is expected and say how far you do it today. Think of something you did: a mark
        that rests on a case is worth more. Arrow keys move between the marks, 1 to 5 choose one.
      </p>
      {named.length === 0 ? null : (
        <p className={classes.now}>
          Your feedback named what is marked “named” below. It begins at “Mixed”; change it as you
          see fit.
        </p>
      )}
      {themes.map((theme) => (
        <section key={theme} aria-label={theme}>
          {theme === "" ? null : <h3 className={classes.theme}>{theme}</h3>}
          <ul className={classes.cards}>
            {of
              .filter((one) => one.theme === theme)
              .map((one) => (
                <li key={one.key} className={classes.card}>
                  <h4>
                    {one.name} <span className={classes.quiet}>{one.level.name}</span>
                    {named.includes(one.key) ? <span className={classes.named}>named</span> : null}
                  </h4>
                  <p>{one.anchor}</p>
                  {one.examples.length === 0 ? null : (
                    <details>
                      <summary>What that looks like</summary>
                      <ul>
                        {one.examples.map((example) => (
                          <li key={example}>{example}</li>
                        ))}
                      </ul>
                    </details>
                  )}
                  <RatingInput
                    label={`Do you do this today? ${one.name}`}
                    hideLabel
                    value={marks[one.key] ?? null}
                    onChange={(rating) => onMark(one.key, rating)}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
