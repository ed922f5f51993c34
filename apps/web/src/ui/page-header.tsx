import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

export interface Crumb {
  label: string;
  href: string;
}

/**
 * What is this, what state is it in, what to do next. The breadcrumb stands in the frame's top
 * bar. `action` is the page's one primary action, `secondary` the quiet ones before it.
 */
export function PageHeader({
  title,
  crumbs = [],
  state,
  lead,
  action,
  secondary,
  wide = false,
  children,
}: {
  title: string;
  /** The way here without the page itself. */
  crumbs?: Crumb[];
  state?: ReactNode;
  /** One line below the title. */
  lead?: ReactNode;
  action?: ReactNode;
  secondary?: ReactNode;
  /** Lets the page take the whole width, for boards and large tables. */
  wide?: boolean;
  /** Tabs, at the header's lower edge. */
  children?: ReactNode;
}) {
  return (
    <header
      className={classes.header}
      data-wide={wide || undefined}
      data-tabs={children === undefined ? undefined : true}
    >
      <nav aria-label="Breadcrumb" className={classes.crumbs} data-print="no">
        <ol>
          {crumbs.map((crumb) => (
            <li key={crumb.href}>
              <Link href={crumb.href}>{crumb.label}</Link>
            </li>
          ))}
          <li>
            <span aria-current="page">{title}</span>
          </li>
        </ol>
      </nav>
      <div className={classes.row}>
        <div className={classes.words}>
          <div className={classes.titleRow}>
            <h1 className={classes.title}>{title}</h1>
            {state}
          </div>
          {lead === undefined ? null : <div className={classes.lead}>{lead}</div>}
        </div>
        {action === undefined && secondary === undefined ? null : (
          <div className={classes.actions}>
            {secondary}
            {action}
          </div>
        )}
      </div>
      {children === undefined ? null : <div className={classes.tabs}>{children}</div>}
    </header>
  );
}
