import { PublicFrame } from "../frame/public-frame.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import classes from "../ui/plain-button.module.css";

export default function NotFound() {
  return (
    <PublicFrame orgName="Rubric" homeHref="/">
      <EmptyState
        level={1}
        title="There is nothing here"
        action={
          <a href="/" className={classes.button}>
            To the start
          </a>
        }
      >
        The address may be mistyped, or what was here has been removed.
      </EmptyState>
    </PublicFrame>
  );
}
