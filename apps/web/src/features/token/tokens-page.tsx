"use client";

import { Button, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreateTokenDialog } from "./create-token-dialog.tsx";
import { RevokeAllButton } from "./revoke-all-button.tsx";
import { TokensTable } from "./tokens-table.tsx";

/** One's own access tokens, and for an admin those of everybody and of service accounts. */
export function TokensPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { tokens, services } = useSuspenseQuery(trpc.token.list.queryOptions({})).data;
  const [making, setMaking] = useState(false);
  const own = tokens.filter((one) => one.mine);
  const others = tokens.filter((one) => !one.mine);
  const open = own.filter((one) => one.state === "open").length;
  const make = <Button onClick={() => setMaking(true)}>Make a token</Button>;
  return (
    <>
      <PageHeader
        title="Access tokens"
        crumbs={services === null ? [] : [{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="With a token a program does what you let it do, and never more than its member may."
        {...(tokens.length === 0 ? {} : { action: make })}
        {...(open > 1 ? { secondary: <RevokeAllButton open={open} /> } : {})}
      />
      {tokens.length === 0 ? (
        <EmptyState title="There are no tokens yet" action={make}>
          Make one for a script, a report or another tool. It acts as you, does what you choose
          here, and ends by itself.
        </EmptyState>
      ) : (
        <TokensTable
          caption="Your tokens"
          tokens={own}
          empty={
            <EmptyState compact title="You have no tokens of your own">
              Those of others are below.
            </EmptyState>
          }
        />
      )}
      {others.length === 0 ? null : (
        <section style={{ marginTop: 40 }}>
          <Title order={2} mb="sm">
            Tokens of others and of service accounts
          </Title>
          <TokensTable caption="Tokens of others" tokens={others} whose />
        </section>
      )}
      <CreateTokenDialog services={services} opened={making} onClose={() => setMaking(false)} />
    </>
  );
}
