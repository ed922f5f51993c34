import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApiProvider } from "../../../api/client.tsx";
import { readMe } from "../../../api/me.ts";
import { ToSignIn } from "../../../api/to-sign-in.tsx";
import { innerPagesFor, navFor } from "../../../frame/nav.ts";
import { OrgFrame } from "./org-frame.tsx";

export async function generateMetadata({ params }: LayoutProps<"/o/[org]">): Promise<Metadata> {
  const { org } = await params;
  const membership = (await readMe())?.memberships.find((each) => each.orgSlug === org);
  return membership === undefined
    ? {}
    : { title: { default: membership.orgName, template: `%s · ${membership.orgName}` } };
}

export default async function OrgLayout({ params, children }: LayoutProps<"/o/[org]">) {
  const { org } = await params;
  const me = await readMe();
  if (me === null) return <ToSignIn />;
  const membership = me.memberships.find((each) => each.orgSlug === org);
  if (membership === undefined) notFound();
  return (
    <ApiProvider key={org} org={org}>
      <OrgFrame
        org={{ slug: org, name: membership.orgName }}
        orgs={me.memberships.map(({ orgSlug, orgName }) => ({ slug: orgSlug, name: orgName }))}
        ownId={membership.memberId}
        me={{ name: membership.name, email: me.account.email }}
        nav={navFor(membership.roles)}
        inner={innerPagesFor(membership.roles)}
        accountHref={`/o/${org}/account`}
      >
        {children}
      </OrgFrame>
    </ApiProvider>
  );
}
