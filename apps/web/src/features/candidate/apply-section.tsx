import type { PublicPostView } from "@rubric/domain/candidate/schemas";
import { ApplyFormWhenWanted } from "./apply-form-when-wanted.tsx";
import classes from "./public.module.css";

/** The part of a job's page that takes applications. */
export function ApplySection({
  nonce,
  ...props
}: Pick<PublicPostView, "organization" | "post"> & { nonce: string | null }) {
  return (
    <section id="apply" className={classes.form} aria-labelledby="apply-title">
      <h2 id="apply-title">Apply</h2>
      <noscript>
        <p>Sending an application needs JavaScript; please allow it for this page.</p>
      </noscript>
      <ApplyFormWhenWanted {...props} nonce={nonce} />
    </section>
  );
}
