"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Ends every token of one's own. */
export function RevokeAllButton({ open }: { open: number }) {
  const trpc = useTRPC();
  const revokeAll = useCommand(trpc.token.revokeAll.mutationOptions());
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Revoke all of yours
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Revoke all ${open} of your open tokens?`}
        confirmLabel="Revoke all"
        tone="destroy"
        onConfirm={async () => {
          await revokeAll.run({ memberId: null });
          toastDone("Your tokens are revoked.");
        }}
      >
        <p style={{ margin: 0 }}>
          Whatever uses one of them is refused from now on. This cannot be undone.
        </p>
      </ConfirmDialog>
    </>
  );
}
