import type { JobView } from "@rubric/domain/job/schemas";
import { EmptyState } from "../../ui/empty-state.tsx";
import { MoneyRange } from "../../ui/money.tsx";
import { placeWords } from "../../ui/places.ts";
import { dateWords } from "../../ui/time-words.ts";
import { workplaceWords } from "./job-words.ts";
import { PostStatementsReading } from "../../ui/post-statements.tsx";
import classes from "./posts-page.module.css";

/** The newest version of the post for those who do not write it. */
export function PostReading({ job }: { job: JobView }) {
  const post = job.posts[0]?.content;
  if (post === undefined) {
    return (
      <EmptyState title="No post yet">
        The recruiter and the hiring manager of this job write it.
      </EmptyState>
    );
  }
  const { pay, closingDate } = post;
  return (
    <article className={classes.panel}>
      <h2 className={classes.title}>{post.title}</h2>
      <ul className={classes.facts}>
        <li>
          {post.locations.map((place) => placeWords(place)).join(" · ")} ·{" "}
          {workplaceWords[post.workplace]}
        </li>
        {pay === null ? null : (
          <li>
            <MoneyRange min={pay.minMinor} max={pay.maxMinor} currency={pay.currency} per="year" />
          </li>
        )}
        {closingDate === null ? null : <li>Open until {dateWords(closingDate)}</li>}
      </ul>
      <div className={classes.text}>{post.body}</div>
      <PostStatementsReading statements={post.statements} />
      {post.questions.length === 0 ? null : (
        <>
          <h3 className={classes.title}>Asked of everyone who applies</h3>
          <ul>
            {post.questions.map((question) => (
              <li key={question.key}>
                {question.text}
                {question.eligibility ? " (decides eligibility)" : ""}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
