"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Refusal } from "../../ui/refusal.tsx";

/** Ends the session and leads to the sign-in page, where there is no menu that does. */
export function SignOutButton() {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const signOut = useCommand(
    trpc.identity.signOut.mutationOptions({ trpc: { context: { keyless: true } } }),
    { refresh: false },
  );

  async function leave() {
    await signOut.run({});
    setLeaving(true);
    window.location.assign("/sign-in");
  }

  return (
    <>
      <Button
        variant="default"
        loading={signOut.running || leaving}
        onClick={() => void leave().catch(() => {})}
      >
        Sign in as someone else
      </Button>
      <Refusal refusal={signOut.refusal} />
    </>
  );
}
