"use client";

import type { OfferView } from "@rubric/domain/offer/schemas";
import { Select } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./offer.module.css";

type Group = OfferView["groups"][number];
type Seat = Group["members"][number];

/** Who approves a version, group by group, with each approval and its time. */
export function GroupsPanel(props: {
  offer: OfferView;
  /** Who may approve in somebody's place. */
  approvers?: readonly { id: string; name: string }[];
}) {
  const { offer, approvers = [] } = props;
  const trpc = useTRPC();
  const replace = useCommand(trpc.offer.replaceApprover.mutationOptions());
  const [replaced, setReplaced] = useState<Seat | null>(null);
  const [by, setBy] = useState<string | null>(null);
  const { groups } = offer;
  if (groups.length === 0) return null;
  const turn = groups.find((group) => group.completedAt === null);
  const asks = offer.state === "pending" && approvers.length > 0;
  return (
    <section className={panel.panel} aria-label="Approvals">
      <div className={panel.head}>
        <h2 className={panel.title}>Approvals</h2>
      </div>
      <ol className={classes.groups}>
        {groups.map((group) => (
          <li key={group.name} aria-current={group === turn ? "step" : undefined}>
            <p className={classes.label}>
              {group.name}
              <span className={panel.quiet}>
                {" "}
                {group.members.filter((one) => one.approvedAt !== null).length} of {group.approvals}{" "}
                {group.approvals === 1 ? "approval" : "approvals"}
                {group === turn && offer.state === "pending" ? ", asked now" : ""}
              </span>
            </p>
            <ul className={classes.seats}>
              {group.members.map((one) => (
                <li key={one.id} data-replaced={one.replaced || undefined}>
                  {one.name}
                  {one.insteadOf === null ? null : ` in place of ${one.insteadOf}`}
                  {one.approvedAt === null ? (
                    one.replaced ? (
                      ", replaced"
                    ) : null
                  ) : (
                    <>
                      , approved <ExactTime at={one.approvedAt} />
                    </>
                  )}
                  {asks &&
                  group.completedAt === null &&
                  one.approvedAt === null &&
                  !one.replaced &&
                  offer.may.replaceApprover === null ? (
                    <ReasonButton
                      size="compact-xs"
                      variant="subtle"
                      reason={null}
                      onClick={() => {
                        setBy(null);
                        setReplaced(one);
                      }}
                    >
                      Somebody else
                    </ReasonButton>
                  ) : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <ConfirmDialog
        opened={replaced !== null}
        onClose={() => setReplaced(null)}
        title={`Who approves in place of ${replaced?.name ?? ""}?`}
        confirmLabel="Name them"
        reason={{ label: "Why", minLength: 3 }}
        lacks={by === null ? "Choose who approves instead." : null}
        onConfirm={(reason) =>
          replace.run({
            offerId: offer.id,
            memberId: replaced?.id ?? "",
            byMemberId: by ?? "",
            reason,
          })
        }
      >
        Only somebody who may no longer approve is replaced: disabled, or kept away by a law.
        <Select
          label="Approver"
          mt="sm"
          data={approvers
            .filter(({ id }) => id !== replaced?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={by}
          onChange={setBy}
          searchable
          required
        />
      </ConfirmDialog>
    </section>
  );
}
