import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { ApiProvider } from "../../../api/client.tsx";
import { ResetForm } from "../../../features/identity/reset-form.tsx";
import { DoorFrame } from "../../../frame/door-frame.tsx";

export const metadata: Metadata = { title: "Set a new password", referrer: "no-referrer" };

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  return (
    <DoorFrame
      title="Set a new password"
      lead="Wherever you are signed in, you will be signed out."
      foot={
        <>
          The link does not work any more?{" "}
          <Anchor inherit underline="always" href="/forgot">
            Ask for a new one
          </Anchor>
        </>
      }
    >
      <ApiProvider org={null}>
        <ResetForm token={token} />
      </ApiProvider>
    </DoorFrame>
  );
}
