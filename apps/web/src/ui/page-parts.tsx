import classes from "./page-parts.module.css";

/** Links to the parts of a long page, for its top; `id` is that of the part's element. */
export function PageParts({ parts }: { parts: readonly { id: string; label: string }[] }) {
  return (
    <nav aria-label="On this page" className={classes.parts} data-print="no">
      {parts.map(({ id, label }) => (
        <a key={id} href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
  );
}
