"use client";

import { Anchor, Button, Group } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { MoneyRange } from "../../ui/money.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { toastDone } from "../../ui/toast.ts";
import classes from "./posts-page.module.css";

type Post = JobView["posts"][number];

/** The versions of the post, newest first, and what can be done with each. */
export function PostVersions({ org, job }: { org: string; job: JobView }) {
  const trpc = useTRPC();
  const publish = useCommand(trpc.job.publishPost.mutationOptions());
  const unpublish = useCommand(trpc.job.unpublishPost.mutationOptions());
  const [asking, setAsking] = useState<{ post: Post; what: "publish" | "unpublish" } | null>(null);
  const publicHref = `/${org}/jobs/${job.slug}`;
  return (
    <section className={classes.panel} aria-label="Versions">
      <h2 className={classes.title}>Versions</h2>
      {job.posts.length === 0 ? (
        <EmptyState compact title="No post yet">
          Save a draft; the recruiter publishes it once the job is open.
        </EmptyState>
      ) : (
        <ol className={classes.versions}>
          {job.posts.map((post) => (
            <li key={post.id}>
              <Group gap="xs">
                <strong>Version {post.number}</strong>
                <StateBadge kind="post" state={post.state} />
              </Group>
              <Facts post={post} />
              <Group gap="xs">
                {post.state === "published" ? (
                  <Anchor href={publicHref} target="_blank" size="sm" className={classes.link}>
                    See it as candidates do
                    <IconExternalLink size={14} stroke={1.7} aria-label="(opens a new tab)" />
                  </Anchor>
                ) : post.may.publish?.law === 15 ? null : (
                  <ReasonButton
                    size="xs"
                    variant="default"
                    reason={post.may.publish?.sentence ?? null}
                    lift={post.may.publish?.lift ?? null}
                    onClick={() => setAsking({ post, what: "publish" })}
                  >
                    Publish…
                  </ReasonButton>
                )}
                {post.may.unpublish === null ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setAsking({ post, what: "unpublish" })}
                  >
                    Take down…
                  </Button>
                ) : null}
              </Group>
            </li>
          ))}
        </ol>
      )}
      {asking?.what === "publish" ? (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={`Publish version ${asking.post.number}?`}
          confirmLabel="Publish it"
          onConfirm={async () => {
            await publish.run({ jobId: job.id, postId: asking.post.id });
            toastDone("The post is public.");
          }}
        >
          Anyone can read it and apply. It never changes from here on; a change is a new version,
          and those who applied keep the one they saw.
        </ConfirmDialog>
      ) : null}
      {asking?.what === "unpublish" ? (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={`Take version ${asking.post.number} down?`}
          confirmLabel="Take it down"
          reason={{ label: "Reason", minLength: 3 }}
          onConfirm={(reason) => unpublish.run({ jobId: job.id, postId: asking.post.id, reason })}
        >
          Nobody can apply through it any more. Applications that are in go on.
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

function Facts({ post }: { post: Post }) {
  const { pay, closingDate } = post.content;
  return (
    <ul className={classes.facts}>
      {pay === null ? null : (
        <li>
          <MoneyRange min={pay.minMinor} max={pay.maxMinor} currency={pay.currency} /> a year
        </li>
      )}
      {closingDate === null ? null : <li>Open until {dateWords(closingDate)}</li>}
      {post.publishedAt === null ? null : (
        <li>
          Published by {post.publishedBy ?? "someone"} <RelativeTime at={post.publishedAt} />
        </li>
      )}
      {post.unpublishedAt === null ? null : (
        <li>
          Taken down <RelativeTime at={post.unpublishedAt} />: {post.unpublishedReason}
        </li>
      )}
    </ul>
  );
}
