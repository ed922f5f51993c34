import type { Metadata } from "next";
import { ApiProvider } from "../../../api/client.tsx";
import { readPosts } from "../../../api/public-jobs.ts";
import { LinkForm } from "../../../features/candidate/link-form.tsx";
import { PublicFrame } from "../../../frame/public-frame.tsx";

export const metadata: Metadata = { title: "My application", robots: { index: false } };

export default async function Page({ params }: PageProps<"/[org]/me">) {
  const { org } = await params;
  const { organization } = await readPosts(org);
  return (
    <PublicFrame orgName={organization.name} homeHref={`/${org}/jobs`}>
      <h1>Where is my application?</h1>
      <p>
        You have a page of your own, without an account: a link in our e-mails opens it. Here you
        can have a fresh one sent to you.
      </p>
      <ApiProvider org={null}>
        <LinkForm org={org} />
      </ApiProvider>
    </PublicFrame>
  );
}
