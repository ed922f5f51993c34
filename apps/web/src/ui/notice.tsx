import { IconInfoCircle, IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";

/** A calm box that says how things stand: sealed, excused, open, corrected later. */
export function Notice({
  tone,
  title,
  words,
  children,
}: {
  tone: "locked" | "plain" | "late";
  title: string;
  words?: string | null;
  children?: ReactNode;
}) {
  const Icon = tone === "locked" ? IconLock : IconInfoCircle;
  return (
    <section className={classes.notice} data-tone={tone} aria-label={title}>
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {words == null ? null : <p>{words}</p>}
        {children}
      </div>
    </section>
  );
}
