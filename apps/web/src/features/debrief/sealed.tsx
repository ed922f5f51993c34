import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./sealed.module.css";

/** Why the words of a stage are sealed to the reader, and what opens them. */
export function Sealed({
  sealed,
  children,
}: {
  sealed: { sentence: string; lift: string | null };
  /** What the reader may do about it. */
  children?: ReactNode;
}) {
  return (
    <section className={classes.sealed} aria-label="Sealed">
      <IconLock size={22} stroke={1.6} aria-hidden="true" />
      <div>
        <p className={classes.sentence}>{sealed.sentence}</p>
        {sealed.lift === null ? null : <p className={classes.lift}>{sealed.lift}</p>}
        {children == null ? null : <div className={classes.way}>{children}</div>}
      </div>
    </section>
  );
}
