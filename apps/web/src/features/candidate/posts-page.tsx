import type { PostListView } from "@rubric/domain/candidate/schemas";
import { EmptyState } from "../../ui/empty-state.tsx";
import { MoneyRange } from "../../ui/money.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { employmentWords, placesWords, workplaceWords } from "./post-words.ts";
import classes from "./public.module.css";

/** The public list of an organization's open jobs. */
export function PostsPage({ organization, posts }: PostListView) {
  return (
    <>
      <h1>Open jobs at {organization.name}</h1>
      {posts.length === 0 ? (
        <EmptyState title="No job is open right now">
          Come back another day: each open job is listed here for as long as one can apply.
        </EmptyState>
      ) : (
        <ul className={classes.posts}>
          {posts.map((post) => (
            <li key={post.postId} className={classes.post}>
              <h2>
                <a href={`/${organization.slug}/jobs/${post.jobSlug}`}>{post.title}</a>
              </h2>
              <p className={classes.facts}>
                <span>{post.team}</span>
                <span>{placesWords(post)}</span>
                <span>{workplaceWords(post)}</span>
                <span>{employmentWords(post)}</span>
              </p>
              <p className={classes.facts}>
                {post.pay === null ? null : (
                  <strong>
                    <MoneyRange
                      min={post.pay.minMinor}
                      max={post.pay.maxMinor}
                      currency={post.pay.currency}
                      per="year"
                    />
                  </strong>
                )}
                {post.closingDate === null ? null : (
                  <span>Apply until {dateWords(post.closingDate)}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
