import type { ReactNode } from "react";
import classes from "./message.module.css";

/** What a list says when nothing is in it: what that means, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
  icon,
  compact = false,
  level = 2,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  /** For a part of a page rather than the whole of it. */
  compact?: boolean;
  /** 1 where it stands for the whole page, without a page header. */
  level?: 1 | 2;
}) {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <section className={classes.message} data-compact={compact || undefined}>
      {icon === undefined ? null : (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <Title className={classes.title}>{title}</Title>
      {children === undefined ? null : <div className={classes.words}>{children}</div>}
      {action === undefined ? null : <div className={classes.action}>{action}</div>}
    </section>
  );
}
