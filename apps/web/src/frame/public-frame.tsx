import type { ReactNode } from "react";
import { LogoMark } from "./logo.tsx";
import classes from "./public-frame.module.css";

/**
 * The frame of pages for people outside: public jobs and a candidate's own page. Larger text, one
 * column of at most 70 characters, and nothing that needs JavaScript.
 */
export function PublicFrame({
  orgName,
  homeHref,
  aside,
  footer,
  children,
}: {
  orgName: string;
  /** Where the organization's name leads, usually its open jobs. */
  homeHref: string | null;
  /** At the end of the head, for one quiet link. */
  aside?: ReactNode;
  /** The privacy notice and whom to ask. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  const name = (
    <>
      <LogoMark size={22} />
      <span>{orgName}</span>
    </>
  );
  return (
    <div data-frame="public" className={classes.frame}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.head}>
        <div className={classes.inner}>
          {homeHref === null ? (
            <span className={classes.name}>{name}</span>
          ) : (
            <a href={homeHref} className={classes.name}>
              {name}
            </a>
          )}
          {aside}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      {footer === undefined ? null : (
        <footer className={classes.foot}>
          <div className={classes.inner}>{footer}</div>
        </footer>
      )}
    </div>
  );
}
