import type { LibraryItemView } from "@rubric/domain/library/schemas";
import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { hoursWords, itemKindWords } from "../../ui/item-kinds.ts";
import { technologyWords } from "../../ui/technology-words.ts";
import classes from "./library-page.module.css";

/** One thing to do; what it takes and what would show it opens in place. */
export function ItemCard({ item }: { item: LibraryItemView }) {
  return (
    <details className={classes.card}>
      <summary className={classes.summary}>
        <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
        <span className={classes.text}>{item.title}</span>
        <span className={classes.meta}>
          {[
            itemKindWords[item.kind],
            item.competency.name,
            item.level.name,
            hoursWords(item.hours),
            ...item.technologies.map(technologyWords),
          ].join(" · ")}
        </span>
      </summary>
      <div className={classes.body}>
        <Part title="What to do">{item.summary}</Part>
        <Part title="What would show it">{item.evidence}</Part>
        {item.requires.length === 0 ? null : (
          <Part title="Done before it">{item.requires.map(({ title }) => title).join("; ")}</Part>
        )}
        {item.preparation ? <Part title="Also">Prepares for an interview.</Part> : null}
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h2>{title}</h2>
      <p>{children}</p>
    </div>
  );
}
