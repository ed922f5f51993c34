import { redirect } from "next/navigation";
import { readMe } from "../api/me.ts";
import { PublicFrame } from "../frame/public-frame.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** Leads to the sign-in page, or to the home of one's first organization. */
export default async function RootPage() {
  const me = await readMe();
  if (me === null) redirect("/sign-in");
  const first = me.memberships[0];
  if (first !== undefined) redirect(`/o/${first.orgSlug}`);
  return (
    <PublicFrame orgName="Rubric" homeHref={null}>
      <EmptyState level={1} title="You belong to no organization yet">
        Ask an administrator of your organization for an invitation to {me.account.email}.
      </EmptyState>
    </PublicFrame>
  );
}
