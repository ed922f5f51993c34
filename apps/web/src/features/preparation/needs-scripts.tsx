import classes from "./preparation.module.css";

/** What a browser without scripts shows above the page: what it can read, and what it cannot do. */
export function NeedsScripts() {
  return (
    <noscript>
      <p className={classes.now}>
        You can read here what is asked for. To mark yourself and make a plan, please allow
        JavaScript for this page: what you mark is kept by your browser alone.
      </p>
    </noscript>
  );
}
