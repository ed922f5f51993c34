import type { ReviewContent, ReviewView } from "@rubric/domain/review/schemas";
import { Notice } from "../../ui/notice.tsx";
import { RatingMark } from "../../ui/rating-mark.tsx";
import { useArrival } from "../../ui/use-arrival.ts";
import { agreementWords, comparedRows, type ComparedRow, markOf } from "./compared.ts";
import classes from "./review.module.css";

/** Both sides of a review side by side, what they see most differently first. */
export function CompareView({ view, came }: { view: ReviewView; came: boolean }) {
  const heading = useArrival(came);
  const rows = comparedRows(view);
  const [self, manager] = view.mine === "self" ? [view.own, view.other] : [view.other, view.own];
  const heads = {
    self: view.member.name,
    manager: manager.submitted?.by ?? view.manager?.name ?? "Manager",
  };
  const late = [self, manager].find((side) => side.submitted?.afterReading === true)?.submitted;
  return (
    <section aria-labelledby="both-title">
      <h2 id="both-title" ref={heading} tabIndex={-1} className={classes.came}>
        Both sides
      </h2>
      {view.alone === null ? (
        <p className={classes.lead}>{agreementWords(rows)}</p>
      ) : (
        <Notice
          tone="plain"
          title={`Only ${view.alone === "self" ? `${heads.self}'s own side` : "the manager's side"} came in by the due day.`}
          words="It stands alone: there is nothing to compare it with."
        />
      )}
      {late === undefined || late === null ? null : (
        <Notice
          tone="plain"
          title={`${late.by} wrote their side when they could read the other one.`}
          words="It is shown beside it, and is no second opinion."
        />
      )}
      <Summaries
        heads={heads}
        self={self.submitted?.content}
        manager={manager.submitted?.content}
      />
      <div className={classes.compare}>
        {rows.map((one) => (
          <Compared key={one.row.competencyId} one={one} heads={heads} />
        ))}
      </div>
    </section>
  );
}

type Heads = { self: string; manager: string };

function Summaries(props: {
  heads: Heads;
  self: ReviewContent | undefined;
  manager: ReviewContent | undefined;
}) {
  const said = [
    [props.heads.self, props.self?.summary ?? ""],
    [props.heads.manager, props.manager?.summary ?? ""],
  ].filter(([, words]) => words !== "");
  if (said.length === 0) return null;
  return (
    <div className={classes.sides}>
      {said.map(([by, words]) => (
        <blockquote key={by} className={classes.summary}>
          <p>{words}</p>
          <footer>{by}, in short</footer>
        </blockquote>
      ))}
    </div>
  );
}

function Compared({ one, heads }: { one: ComparedRow; heads: Heads }) {
  const { row, apart } = one;
  return (
    <article
      className={classes.compared}
      data-apart={apart !== null && apart > 1 ? "far" : undefined}
      aria-label={row.name}
    >
      <header className={classes.cardHead}>
        <h3>{row.name}</h3>
        <span>{apartWords(apart)}</span>
      </header>
      <div className={classes.sides}>
        <Side by={heads.self} entry={one.self} />
        <Side by={heads.manager} entry={one.manager} />
      </div>
      <details className={classes.expects}>
        <summary>What the level expects</summary>
        <p>{row.anchor}</p>
      </details>
    </article>
  );
}

function Side({ by, entry }: { by: string; entry: ComparedRow["self"] }) {
  const mark = markOf(entry);
  return (
    <div className={classes.side}>
      <p className={classes.by}>
        {by}
        {mark === null ? <span>said nothing of it</span> : <RatingMark rating={mark} withWord />}
      </p>
      <p className={classes.words}>
        {entry === null ? "" : entry.rating === null ? entry.notAssessedReason : entry.evidence}
      </p>
    </div>
  );
}

function apartWords(apart: number | null): string {
  if (apart === null) return "no two marks to compare";
  if (apart === 0) return "the same mark";
  return apart === 1 ? "one mark apart" : `${apart} marks apart`;
}
