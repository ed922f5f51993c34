import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { ApiProvider } from "../../api/client.tsx";
import { ForgotForm } from "../../features/identity/forgot-form.tsx";
import { DoorFrame } from "../../frame/door-frame.tsx";

export const metadata: Metadata = { title: "Forgot your password" };

export default function ForgotPage() {
  return (
    <DoorFrame
      title="Forgot your password"
      lead="We send you a link with which you set a new one."
      foot={
        <>
          It came back to you?{" "}
          <Anchor inherit underline="always" href="/sign-in">
            Sign in
          </Anchor>
        </>
      }
    >
      <ApiProvider org={null}>
        <ForgotForm />
      </ApiProvider>
    </DoorFrame>
  );
}
