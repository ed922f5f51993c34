"use client";

import type { MemberView } from "@rubric/domain/organization/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { PlaceField } from "../../ui/place-field.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Says where a member works. */
export function EstablishmentDialog(props: {
  member: MemberView;
  opened: boolean;
  onClose: () => void;
}) {
  const { member, opened, onClose } = props;
  const set = useCommand(useTRPC().organization.setEstablishment.mutationOptions());
  const [place, setPlace] = useState(member.establishment ?? "");
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Where ${member.name} works`}
      confirmLabel="Save"
      onConfirm={async () => {
        await set.run({ memberId: member.id, establishment: place === "" ? null : place });
        toastDone("Policies of that place hold for them from now on.");
      }}
    >
      <PlaceField
        label="Establishment"
        description="Rounds of reviews are opened by it, and policies of the place hold."
        placeholder="Not named"
        clearButtonProps={{ "aria-label": "Not named" }}
        value={place}
        onChange={setPlace}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
