import { redirect } from "next/navigation";
import { ApiProvider } from "../api/client.tsx";
import { readMe } from "../api/me.ts";
import { SignOutButton } from "../features/identity/sign-out-button.tsx";
import { Live } from "../frame/live.tsx";
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
      <EmptyState
        level={1}
        title="You belong to no organization yet"
        action={
          <Live>
            <ApiProvider org={null}>
              <SignOutButton />
            </ApiProvider>
          </Live>
        }
      >
        Ask an administrator of your organization for an invitation to {me.account.email}.
      </EmptyState>
    </PublicFrame>
  );
}
