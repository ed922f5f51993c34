import type { PublicPostView } from "@rubric/domain/candidate/schemas";
import type { ReactNode } from "react";
import { MoneyRange } from "../../ui/money.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { PostStatementsReading } from "../../ui/post-statements.tsx";
import { PostBody } from "./post-body.tsx";
import { employmentWords, lengthWords, placesWords, workplaceWords } from "./post-words.ts";
import classes from "./public.module.css";

/** One public job: what it is, what it pays, what each step looks at, and the way to apply. */
export function PostPage({
  organization,
  post,
  steps,
  prepare,
  children,
}: PublicPostView & { children: ReactNode }) {
  return (
    <article>
      <h1>{post.title}</h1>
      <dl className={classes.terms}>
        <Term name="Team">{post.team}</Term>
        <Term name={post.locations.length === 1 ? "Place" : "Places"}>{placesWords(post)}</Term>
        <Term name="How">
          {employmentWords(post)}, {workplaceWords(post).toLowerCase()}
        </Term>
        {post.pay === null ? null : (
          <Term name="Pay before tax">
            <MoneyRange
              min={post.pay.minMinor}
              max={post.pay.maxMinor}
              currency={post.pay.currency}
              per="year"
            />
          </Term>
        )}
        {post.closingDate === null ? null : (
          <Term name="Apply until">{dateWords(post.closingDate)}</Term>
        )}
      </dl>
      <p className={classes.toForm}>
        <a href="#apply">Apply for this job</a>
      </p>
      <PostBody body={post.body} />
      <PostStatementsReading statements={post.statements} />
      <h2>How it goes</h2>
      <p>
        Everyone goes through the same steps, and each looks at something else. Nothing in them is a
        trick.
      </p>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.name}>
            <h3>{step.name}</h3>
            {step.assesses === "" ? null : <p>{step.assesses}</p>}
            <p className={classes.facts}>
              {lengthWords(step.interviews) === null ? null : (
                <span>{lengthWords(step.interviews)}</span>
              )}
              <span>
                You hear from us within{" "}
                {step.answerDays === 1 ? "a day" : `${step.answerDays} days`}
              </span>
            </p>
          </li>
        ))}
      </ol>
      {prepare ? (
        <p>
          <a href={`/${organization.slug}/jobs/${post.jobSlug}/prepare`}>Prepare for this job</a>:
          what it asks for, a plan of weeks from where you stand, and what to do before each step.
          No account is needed, and nothing is stored.
        </p>
      ) : null}
      {children}
    </article>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
