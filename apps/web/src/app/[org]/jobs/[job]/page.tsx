import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { ApiProvider } from "../../../../api/client.tsx";
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
      aside={<Link href={`/${org}/me`}>My application</Link>}
    >
      <script
        type="application/ld+json"
        {...(nonce === null ? {} : { nonce })}
        suppressHydrationWarning
        // oxlint-disable-next-line react/no-danger -- the only way to write a script's text; `<` is escaped
        dangerouslySetInnerHTML={{ __html: scriptJson(jobPosting(view)) }}
      />
      <PostPage {...view}>
        <ApiProvider org={null}>
          <ApplySection organization={view.organization} post={view.post} />
        </ApiProvider>
      </PostPage>
    </PublicFrame>
  );
}
