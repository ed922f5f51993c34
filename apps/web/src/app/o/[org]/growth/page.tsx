import { notFound, redirect } from "next/navigation";
import { readMe } from "../../../../api/me.ts";
import { ToSignIn } from "../../../../api/to-sign-in.tsx";

/** Growth is one's own first: the way on to where oneself stands. */
export default async function Page({ params }: PageProps<"/o/[org]/growth">) {
  const { org } = await params;
  const me = await readMe();
  if (me === null) return <ToSignIn />;
  const own = me.memberships.find((one) => one.orgSlug === org);
  if (own === undefined) notFound();
  redirect(`/o/${org}/growth/${own.memberId}`);
}
