import type { Metadata } from "next";
import { headers } from "next/headers";
import { readPost } from "../../../../api/public-jobs.ts";
import { ApplySection } from "../../../../features/candidate/apply-section.tsx";
import { jobPosting, scriptJson } from "../../../../features/candidate/job-posting.ts";
import { PostPage } from "../../../../features/candidate/post-page.tsx";
import { PublicFrame } from "../../../../frame/public-frame.tsx";

type Props = PageProps<"/[org]/jobs/[job]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, job } = await params;
  // The page says what failed; without a title it would have none while it does.
  const view = await readPost(org, job).catch(() => null);
  if (view === null) return { title: "Job" };
  const { organization, post } = view;
  return {
    title: { absolute: `${post.title} at ${organization.name}` },
    description: post.body.replaceAll(/\s+/g, " ").slice(0, 160),
  };
}

export default async function Page({ params }: Props) {
  const { org, job } = await params;
  const view = await readPost(org, job);
  const nonce = (await headers()).get("x-nonce");
  return (
    <PublicFrame
      orgName={view.organization.name}
      homeHref={`/${org}/jobs`}
      aside={<a href={`/${org}/me`}>My application</a>}
    >
      <script
        type="application/ld+json"
        {...(nonce === null ? {} : { nonce })}
        suppressHydrationWarning
        // oxlint-disable-next-line react/no-danger -- the only way to write a script's text; `<` is escaped
        dangerouslySetInnerHTML={{ __html: scriptJson(jobPosting(view)) }}
      />
      <PostPage {...view}>
        <ApplySection organization={view.organization} post={view.post} nonce={nonce} />
      </PostPage>
    </PublicFrame>
  );
}
