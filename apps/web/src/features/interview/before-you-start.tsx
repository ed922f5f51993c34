import type { KitView } from "@rubric/domain/interview/schemas";
import { IconAdjustments, IconFocus2 } from "@tabler/icons-react";
import classes from "./before-you-start.module.css";

/** What to do for the candidate, the focus that was handed on, the plan, and what they wrote. */
export function BeforeYouStart({ kit }: { kit: KitView }) {
  const { adjustments, interview, stage, candidate, people } = kit;
  const answers = candidate.answers.filter((one) => one.answer.trim() !== "");
  const withMe = people.filter(
    (one) => one.state !== "void" && one.name !== kit.scorecard?.author.name,
  );
  return (
    <section className={classes.box} aria-label="Before you start">
      {adjustments.length === 0 ? null : (
        <div className={classes.arrange}>
          <IconAdjustments size={18} stroke={1.7} aria-hidden="true" />
          <div>
            <strong>Arrange for this candidate</strong>
            {adjustments.map((effect) => (
              <p key={effect}>{effect}</p>
            ))}
          </div>
        </div>
      )}
      {interview.focus === "" ? null : (
        <div className={classes.focus}>
          <IconFocus2 size={18} stroke={1.7} aria-hidden="true" />
          <div>
            <strong>Focus handed on to you</strong>
            <p>{interview.focus}</p>
          </div>
        </div>
      )}
      {interview.instructions === "" ? null : (
        <p className={classes.instructions}>{interview.instructions}</p>
      )}
      <dl className={classes.facts}>
        {stage.assesses === "" ? null : (
          <>
            <dt>{stage.name}</dt>
            <dd>{stage.assesses}</dd>
          </>
        )}
        {withMe.length === 0 ? null : (
          <>
            <dt>With</dt>
            <dd>
              {withMe.map((one) => (one.shadow ? `${one.name} (shadow)` : one.name)).join(", ")}
            </dd>
          </>
        )}
      </dl>
      {answers.length === 0 ? null : (
        <details className={classes.answers}>
          <summary>
            What {candidate.name} wrote when applying ({answers.length})
          </summary>
          <dl>
            {answers.map((one) => (
              <div key={one.text}>
                <dt>{one.text}</dt>
                <dd>{one.answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
