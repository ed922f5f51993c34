import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ApiProvider } from "../../api/client.tsx";
import { readDemoAccounts } from "../../api/demo-accounts.ts";
import { readMe } from "../../api/me.ts";
import { readSignUp } from "../../api/sign-up.ts";
import { safeWayBack } from "../../api/way-back.ts";
import { SignInForm } from "../../features/identity/sign-in-form.tsx";
import { DoorFrame } from "../../frame/door-frame.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { back, reset } = await searchParams;
  const wayBack = safeWayBack(typeof back === "string" ? back : null);
  if ((await readMe()) !== null) redirect(wayBack);
  const { first, closed } = await readSignUp();
  const demo = readDemoAccounts();
  if (first && demo.length === 0) redirect("/sign-up");
  return (
    <DoorFrame
      title="Sign in"
      lead={
        first
          ? "The demo organization is being loaded. Load this page again in a few seconds."
          : reset === undefined
            ? "Hire engineers against one shared rubric."
            : "Your new password is set. Every earlier session has ended."
      }
      foot={
        closed === null ? (
          <>
            New here?{" "}
            <Anchor inherit underline="always" href="/sign-up">
              Create an organization
            </Anchor>
          </>
        ) : undefined
      }
    >
      <ApiProvider org={null}>
        <SignInForm back={wayBack} demo={first ? [] : demo} />
      </ApiProvider>
    </DoorFrame>
  );
}
