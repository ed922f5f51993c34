import type { Metadata } from "next";
import { readPosts } from "../../../api/public-jobs.ts";
import { PostsPage } from "../../../features/candidate/posts-page.tsx";
import { PublicFrame } from "../../../frame/public-frame.tsx";

export async function generateMetadata({ params }: PageProps<"/[org]/jobs">): Promise<Metadata> {
  // The page says what failed; without a title it would have none while it does.
  const view = await readPosts((await params).org).catch(() => null);
  if (view === null) return { title: "Open jobs" };
  const { name } = view.organization;
  return {
    title: { absolute: `Open jobs at ${name}` },
    description: `The jobs that ${name} has open, what they pay, and how to apply.`,
  };
}

export default async function Page({ params }: PageProps<"/[org]/jobs">) {
  const { org } = await params;
  const view = await readPosts(org);
  return (
    <PublicFrame
      orgName={view.organization.name}
      homeHref={`/${org}/jobs`}
      aside={<a href={`/${org}/me`}>My application</a>}
    >
      <PostsPage {...view} />
    </PublicFrame>
  );
}
