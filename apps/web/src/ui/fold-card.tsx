import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./fold-card.module.css";

/** A card of a list, of which the rest opens in place. */
export function FoldCard(props: { title: ReactNode; meta: ReactNode; children: ReactNode }) {
  return (
    <details className={classes.card}>
      <summary className={classes.summary}>
        <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
        <span className={classes.title}>{props.title}</span>
        <span className={classes.meta}>{props.meta}</span>
      </summary>
      <div className={classes.body}>{props.children}</div>
    </details>
  );
}

/** A part of such a card: one line stands as a sentence, more as a list, none not at all. */
export function FoldPart({ title, lines }: { title: string; lines: readonly string[] }) {
  const [only, ...others] = lines;
  if (only === undefined) return null;
  return (
    <div className={classes.part}>
      <h2>{title}</h2>
      {others.length === 0 ? (
        <p>{only}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
