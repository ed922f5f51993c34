"use client";

import message from "./message.module.css";
import classes from "./plain-button.module.css";

/**
 * What an error boundary shows that is part of every page: nothing but words and a button, as each
 * page would load what it takes besides.
 */
export function PlainFailure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest =
    error instanceof Error && "digest" in error && typeof error.digest === "string"
      ? error.digest
      : null;
  return (
    <section className={message.message} data-solid role="alert">
      <h1 className={message.title}>This did not work</h1>
      <div className={message.words}>
        <p>Something went wrong on this page.</p>
        <p>Try again. If it stays, reload the page.</p>
      </div>
      <div className={message.action}>
        <button type="button" className={classes.button} onClick={retry}>
          Try again
        </button>
      </div>
      {digest === null ? null : (
        <p className={message.reference}>
          If you ask someone about it, name this request: <code>{digest}</code>
        </p>
      )}
    </section>
  );
}
