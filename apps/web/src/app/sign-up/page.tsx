import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { ApiProvider } from "../../api/client.tsx";
import { readSignUp } from "../../api/sign-up.ts";
import { env } from "../../env.ts";
import { SignUpForm } from "../../features/organization/sign-up-form.tsx";
import { DoorFrame } from "../../frame/door-frame.tsx";

export const metadata: Metadata = { title: "Create an organization" };

export default async function SignUpPage() {
  const { first, closed } = await readSignUp();
  const toSignIn = (
    <>
      You have an account?{" "}
      <Anchor inherit underline="always" href="/sign-in">
        Sign in
      </Anchor>
    </>
  );
  if (closed !== null) {
    return (
      <DoorFrame title="No sign-up here" lead={closed.sentence} foot={toSignIn}>
        <p>{closed.lift}</p>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame
      title="Create an organization"
      lead={
        first
          ? "The first one here. You become its admin and invite the others."
          : "You become its admin and invite the others."
      }
      foot={first ? undefined : toSignIn}
    >
      <ApiProvider org={null}>
        <SignUpForm host={new URL(env().PUBLIC_URL).host} />
      </ApiProvider>
    </DoorFrame>
  );
}
