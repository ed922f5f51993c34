"use client";

import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import type { WebhooksView, WebhookView } from "@rubric/domain/webhook/schemas";
import {
  IconDots,
  IconKey,
  IconPencil,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconTrash,
} from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { SecretShown } from "./secret-shown.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";

type Open = "edit" | "rotate" | "disable" | "replay" | "remove" | null;

const icon = { size: 16, stroke: 1.6 } as const;
const EVER = "2000-01-01T00:00:00.000Z";
const words = { margin: 0 } as const;

/** What an admin may do with an endpoint. */
export function WebhookActions({
  org,
  endpoint,
  events,
}: {
  org: string;
  endpoint: WebhookView;
  events: WebhooksView["events"];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const ping = useCommand(trpc.webhook.ping.mutationOptions());
  const enable = useCommand(trpc.webhook.enable.mutationOptions());
  const disable = useCommand(trpc.webhook.disable.mutationOptions());
  const rotate = useCommand(trpc.webhook.rotateSecret.mutationOptions());
  const replay = useCommand(trpc.webhook.replayFailed.mutationOptions());
  const remove = useCommand(trpc.webhook.remove.mutationOptions(), { refresh: false });
  const endpointId = endpoint.id;
  const isOff = endpoint.state === "off";
  const close = () => setOpen(null);

  async function run(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      toastDone(done);
    } catch (error) {
      toastRefused(error);
    }
  }

  return (
    <>
      <ReasonButton
        variant="default"
        loading={ping.running}
        reason={isOff ? "This endpoint is off." : null}
        lift={isOff ? "Switch it on first." : null}
        onClick={() => void run(() => ping.run({ endpointId }), "A test is on its way.")}
      >
        Send a test
      </ReasonButton>
      {isOff ? (
        <Button
          loading={enable.running}
          onClick={() => void run(() => enable.run({ endpointId }), "The endpoint is on.")}
        >
          Switch on
        </Button>
      ) : (
        <Button onClick={() => setOpen("edit")}>Change</Button>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label="What to do with this endpoint">
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isOff ? (
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setOpen("edit")}>
              Change
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => setOpen("replay")}>
              Send anew what failed
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => setOpen("rotate")}>
            Make a new secret
          </Menu.Item>
          <Menu.Divider />
          {isOff ? (
            <Menu.Item
              leftSection={<IconPlayerPlay {...icon} />}
              onClick={() => void run(() => enable.run({ endpointId }), "The endpoint is on.")}
            >
              Switch on
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconPlayerStop {...icon} />}
              onClick={() => setOpen("disable")}
            >
              Switch off
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => setOpen("remove")}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <WebhookDialog endpoint={endpoint} events={events} opened={open === "edit"} onClose={close} />
      <ConfirmDialog
        opened={open === "rotate"}
        onClose={close}
        title="Make a new secret?"
        confirmLabel="Make a new secret"
        onConfirm={async () => setSecret((await rotate.run({ endpointId })).secret)}
      >
        <p style={words}>
          For 24 hours each event is signed by the old secret and by the new one, so that the
          receiver can change over. A secret before the old one ends now.
        </p>
      </ConfirmDialog>
      <Modal
        opened={secret !== null}
        onClose={() => setSecret(null)}
        title="The new secret"
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        <SecretShown secret={secret ?? ""} onClose={() => setSecret(null)}>
          Give it to the receiver within 24 hours. It is shown this once.
        </SecretShown>
      </Modal>
      <ConfirmDialog
        opened={open === "disable"}
        onClose={close}
        title="Switch this endpoint off?"
        confirmLabel="Switch off"
        onConfirm={async () => {
          await disable.run({ endpointId });
          toastDone("The endpoint is off.");
        }}
      >
        <p style={words}>
          Nothing is sent to it, and what waits is given up. It does not hear later of what happens
          while it is off.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === "replay"}
        onClose={close}
        title="Send anew what failed?"
        confirmLabel="Send anew"
        onConfirm={async () => {
          const { count, more } = await replay.run({ endpointId, since: EVER });
          toastDone(
            count === 0
              ? "Nothing was given up here."
              : `${count} ${count === 1 ? "delivery is" : "deliveries are"} on the way${more ? "; do it again for the rest" : ""}.`,
          );
        }}
      >
        <p style={words}>
          Every event of the last 30 days that was given up is sent again, with the id that it had:
          a receiver that keeps ids takes none twice.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === "remove"}
        onClose={close}
        title="Remove this endpoint?"
        confirmLabel="Remove"
        tone="destroy"
        onConfirm={async () => {
          await remove.run({ endpointId });
          router.push(`/o/${org}/settings/webhooks`);
          router.refresh();
        }}
      >
        <p style={words}>Its secrets and its deliveries are deleted with it, for good.</p>
      </ConfirmDialog>
    </>
  );
}
