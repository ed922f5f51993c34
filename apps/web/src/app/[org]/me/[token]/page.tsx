import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ApiProvider } from "../../../../api/client.tsx";
import { isFailure } from "../../../../api/errors.ts";
import { readOwnPage } from "../../../../api/own-page.ts";
import { PublicFrame } from "../../../../frame/public-frame.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { ErrorView } from "../../../../ui/error-view.tsx";
import { Own } from "./own.tsx";

export const metadata: Metadata = {
  title: "Your application",
  referrer: "no-referrer",
  robots: { index: false },
};

export default async function Page({ params }: PageProps<"/[org]/me/[token]">) {
  const { org, token } = await params;
  const { own, refusal } = await readOwnPage(token);
  if (own === null && isFailure(refusal)) {
    return (
      <PublicFrame orgName="Rubric" homeHref={null}>
        <ErrorView error={refusal} />
      </PublicFrame>
    );
  }
  if (own === null) {
    return (
      <PublicFrame orgName="Rubric" homeHref={null}>
        <EmptyState
          level={1}
          title="This link opens nothing any more"
          action={<Link href={`/${org}/me`}>Have a fresh link sent to you</Link>}
        >
          {refusal.sentence} If you asked us to delete everything about you, that is done.
        </EmptyState>
      </PublicFrame>
    );
  }
  if (own.organization.slug !== org) notFound();
  return (
    <PublicFrame orgName={own.organization.name} homeHref={`/${org}/jobs`}>
      <ApiProvider key={token} org={null} candidateLink={token}>
        <Own initial={own} token={token} />
      </ApiProvider>
    </PublicFrame>
  );
}
