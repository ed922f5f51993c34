import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { ApiProvider } from "../../../api/client.tsx";
import { isFailure } from "../../../api/errors.ts";
import { readInvitation } from "../../../api/invitation.ts";
import { JoinForm } from "../../../features/identity/join-form.tsx";
import { DoorFrame } from "../../../frame/door-frame.tsx";
import { PublicFrame } from "../../../frame/public-frame.tsx";
import { ErrorView } from "../../../ui/error-view.tsx";

export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };

export default async function JoinPage({ params }: PageProps<"/join/[token]">) {
  const { token } = await params;
  const { invitation, refusal } = await readInvitation(token);
  if (invitation === null && isFailure(refusal)) {
    return (
      <PublicFrame orgName="Rubric" homeHref="/">
        <ErrorView error={refusal} />
      </PublicFrame>
    );
  }
  if (invitation === null) {
    return (
      <DoorFrame
        title="This invitation does not work"
        lead={refusal.sentence}
        foot={
          <>
            You have joined already?{" "}
            <Anchor inherit underline="always" href="/sign-in">
              Sign in
            </Anchor>
          </>
        }
      >
        <p>
          {refusal.code === "LINK_INVALID"
            ? "Ask whoever invited you to send it again."
            : refusal.lift}
        </p>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame
      title={`Join ${invitation.orgName}`}
      lead={
        invitation.hasAccount
          ? `You have an account for ${invitation.email}. Its password lets you in.`
          : `You are invited as ${invitation.email}.`
      }
    >
      <ApiProvider org={null}>
        <JoinForm token={token} invitation={invitation} />
      </ApiProvider>
    </DoorFrame>
  );
}
