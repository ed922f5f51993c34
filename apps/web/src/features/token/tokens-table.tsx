"use client";

import { Box, Button } from "@mantine/core";
import type { TokenView } from "@rubric/domain/token/schemas";
import { type ReactNode, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastDone } from "../../ui/toast.ts";
import { scopeWords } from "./scope-words.ts";
import classes from "./tokens.module.css";

/** Tokens with what they may do, when they were used, and the way to end them. */
export function TokensTable(props: {
  caption: string;
  tokens: TokenView[];
  /** Says as whom each acts. */
  whose?: boolean;
  empty?: ReactNode;
}) {
  const { caption, tokens, whose = false, empty } = props;
  const trpc = useTRPC();
  const revoke = useCommand(trpc.token.revoke.mutationOptions());
  const [ending, setEnding] = useState<TokenView | null>(null);
  return (
    <>
      <DataTable
        caption={caption}
        rows={tokens}
        rowKey={(one) => one.id}
        empty={empty}
        columns={[
          { key: "name", head: "Token", cell: (one) => <Name token={one} whose={whose} /> },
          {
            key: "scopes",
            head: "Scopes",
            cell: (one) => <Scopes scopes={one.scopes} />,
            desk: true,
          },
          {
            key: "used",
            head: "Last used",
            cell: (one) =>
              one.lastUsedAt === null ? "Never" : <RelativeTime at={one.lastUsedAt} />,
            desk: true,
          },
          { key: "expires", head: "Expires", cell: (one) => <RelativeTime at={one.expiresAt} /> },
          {
            key: "state",
            head: "State",
            cell: (one) => <StateBadge kind="token" state={one.state} />,
            desk: true,
          },
          {
            key: "end",
            head: "",
            align: "end",
            cell: (one) =>
              one.state === "open" ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Revoke ${one.name}`}
                  onClick={() => setEnding(one)}
                >
                  Revoke
                </Button>
              ) : null,
          },
        ]}
      />
      <ConfirmDialog
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={`Revoke ${ending?.name ?? "the token"}?`}
        confirmLabel="Revoke"
        tone="destroy"
        onConfirm={async () => {
          await revoke.run({ tokenId: ending?.id ?? "" });
          toastDone("The token is revoked.");
        }}
      >
        <p style={{ margin: 0 }}>
          Whatever uses it is refused from now on. This cannot be undone; make a new token if
          something still needs one.
        </p>
      </ConfirmDialog>
    </>
  );
}

function Name({ token, whose }: { token: TokenView; whose: boolean }) {
  const { member, madeBy, kind } = token;
  const as = kind === "service" ? `service account ${member.name}` : member.name;
  return (
    <div className={classes.name}>
      <div>{token.name}</div>
      <code className={classes.hint}>{token.hint}</code>
      <div className={classes.quiet}>
        {whose ? `As ${as}, made ` : "Made "}
        <RelativeTime at={token.createdAt} />
        {kind === "service" ? ` by ${madeBy.name}` : null}
      </div>
      <Box hiddenFrom="sm">
        {token.state === "open" ? null : <StateBadge kind="token" state={token.state} />}
        <Scopes scopes={token.scopes} />
      </Box>
    </div>
  );
}

/** How many scopes, and on demand which. */
function Scopes({ scopes }: { scopes: readonly string[] }) {
  return (
    <details className={classes.scopes}>
      <summary>{scopes.length === 1 ? "1 scope" : `${scopes.length} scopes`}</summary>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>
            {scopeWords(scope)} <code className={classes.hint}>{scope}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
