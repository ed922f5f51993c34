import type { ReactNode } from "react";
import { RatingMark } from "../ui/rating-mark.tsx";
import { ratings } from "../ui/ratings.ts";
import classes from "./door-frame.module.css";
import { LogoMark } from "./logo.tsx";

/** The frame of the pages before one is signed in: one narrow column, and nothing beside it. */
export function DoorFrame({
  title,
  lead,
  foot,
  children,
}: {
  title: string;
  lead: ReactNode;
  /** The quiet way to another of these pages. */
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <LogoMark size={28} />
          <span className={classes.word}>Rubric</span>
        </div>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{lead}</p>
        {children}
        {foot === undefined ? null : <div className={classes.foot}>{foot}</div>}
        <div className={classes.marks} aria-hidden="true">
          {ratings.map((rating) => (
            <RatingMark key={rating} rating={rating} size={16} />
          ))}
        </div>
      </div>
    </main>
  );
}
