"use client";

import { Anchor, Button, Group, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";

/** Where one is signed in, and the way to end it there. */
export function OwnSessions({ org }: { org: string }) {
  const trpc = useTRPC();
  const { sessions } = useSuspenseQuery(trpc.identity.listSessions.queryOptions({})).data;
  const end = useCommand(trpc.identity.endSession.mutationOptions());
  const endOthers = useCommand(trpc.identity.endOtherSessions.mutationOptions());
  return (
    <>
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
        <div>
          <Title order={2}>Where you are signed in</Title>
          <p style={{ margin: "4px 0 0", color: "var(--rb-text-2)" }}>
            Each browser in which you are signed in. End those that you do not know. Programs with
            an{" "}
            <Anchor component={Link} href={`/o/${org}/settings/tokens`} underline="always">
              access token
            </Anchor>{" "}
            go on, also after a new password: revoke their tokens.
          </p>
        </div>
        <ReasonButton
          variant="default"
          loading={endOthers.running}
          reason={sessions.length > 1 ? null : "This is your only session."}
          onClick={() => endOthers.start({})}
        >
          End all others
        </ReasonButton>
      </Group>
      <Refusal refusal={end.refusal ?? endOthers.refusal} />
      <DataTable
        caption="Your sessions"
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { key: "device", head: "Browser", cell: (session) => session.device },
          {
            key: "last",
            head: "Last used",
            cell: (session) =>
              session.current ? (
                <ToneBadge tone="running">This one</ToneBadge>
              ) : (
                <RelativeTime at={session.lastSeenAt} />
              ),
          },
          { key: "ip", head: "Address", cell: (session) => session.ip, desk: true },
          {
            key: "since",
            head: "Signed in",
            cell: (session) => <RelativeTime at={session.createdAt} />,
            desk: true,
          },
          {
            key: "end",
            head: "",
            align: "end",
            cell: (session) =>
              session.current ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={end.running}
                  onClick={() => end.start({ sessionId: session.id })}
                >
                  End
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
