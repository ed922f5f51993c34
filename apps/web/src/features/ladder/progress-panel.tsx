import type { LadderView } from "@rubric/domain/ladder/schemas";
import panel from "../../ui/panel.module.css";
import classes from "./ladder.module.css";
import { shareWords } from "./words.ts";

/** How much of a level is met, with how it is counted. */
export function ProgressPanel({ ladder }: { ladder: LadderView }) {
  const { progress, against, reached, placed } = ladder;
  const who = ladder.managing ? `${ladder.member.name} was` : "you were";
  const { share, assessed, rows, held } = progress;
  return (
    <section className={panel.panel} aria-label="Progress">
      <div className={panel.head}>
        <h2 className={panel.title}>Progress towards {against?.name}</h2>
      </div>
      {share === null ? (
        <p className={panel.quiet}>Nothing was rated against this level yet. A review does that.</p>
      ) : (
        <>
          <p className={classes.figure}>
            {shareWords(share)}
            <span>
              {assessed} of {rows} competencies rated; {shareWords(held)} counts as reached
            </span>
          </p>
          <div className={classes.share}>
            <meter
              className={classes.meter}
              min={0}
              max={1}
              value={share}
              aria-label={`Progress towards ${against?.name ?? "the level"}; ${shareWords(held)} counts as reached`}
            />
            <i style={{ insetInlineStart: `${held * 100}%` }} aria-hidden="true" />
            <span style={{ insetInlineStart: `${held * 100}%` }} aria-hidden="true">
              {shareWords(held)}: reached
            </span>
          </div>
        </>
      )}
      {reached === null || placed === null ? null : (
        <p className={classes.after}>
          Level reached: <strong>{reached.name}</strong>
          {reached.id === placed.levelId ? `, where ${who} placed` : `, beyond where ${who} placed`}
          .
        </p>
      )}
      <details className={classes.how}>
        <summary>How it is counted</summary>
        <p>
          Each rating is a share of what is expected: definitely not is 0, no a quarter, mixed a
          half, yes three quarters, strong yes the whole. A competency weighs 1 to 5, by how well
          the level asks for it: awareness 1, foundational 2, working knowledge 3, practitioner 4,
          expert 5. Progress is the mean of the shares by these weights, of what was rated; the
          manager&apos;s newest open rating counts, or else one&apos;s own.
        </p>
        <p>
          A level is reached when the manager rated each required competency, none of them with
          definitely not, and the mean is at least {shareWords(held)}, which is a yes all through.
          Levels are reached one after the other. A gap is the weight times the share that is
          missing, 0 to 5.
        </p>
      </details>
    </section>
  );
}
