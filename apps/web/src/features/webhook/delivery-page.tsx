"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import type { DeliveryDetailView } from "@rubric/domain/webhook/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { eventWords } from "./event-words.ts";
import classes from "./webhook.module.css";

const SOON_MS = 3000;

/** One delivery: what was sent, what was answered, and sending it anew. */
export function DeliveryPage({ org, deliveryId }: { org: string; deliveryId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.webhook.showDelivery.queryOptions({ deliveryId }),
    refetchInterval: (query) => {
      const state = query.state.data?.delivery.state;
      return state === "waiting" || state === "sending" ? SOON_MS : false;
    },
  });
  const replay = useCommand(trpc.webhook.replay.mutationOptions());
  const { endpoint, delivery, content, attempts } = data;
  const why = whyNotReplay(data);

  async function again() {
    try {
      await replay.run({ deliveryId });
      toastDone("It is on its way again.");
    } catch (error) {
      toastRefused(error);
    }
  }

  return (
    <>
      <PageHeader
        title={eventWords(delivery.event)}
        crumbs={[
          { label: "Webhooks", href: `/o/${org}/settings/webhooks` },
          {
            label: endpoint.description === "" ? new URL(endpoint.url).host : endpoint.description,
            href: `/o/${org}/settings/webhooks/${endpoint.id}`,
          },
        ]}
        state={<StateBadge kind="delivery" state={delivery.state} />}
        lead={
          <>
            <ExactTime at={delivery.createdAt} />
            {delivery.nextAttemptAt === null || delivery.attempts === 0 ? null : (
              <>
                . Tried again <RelativeTime at={delivery.nextAttemptAt} />.
              </>
            )}
          </>
        }
        action={
          <ReasonButton loading={replay.running} reason={why} onClick={() => void again()}>
            Send anew
          </ReasonButton>
        }
      />
      <div className={classes.sections}>
        <section className={panel.panel} aria-labelledby="sent">
          <div className={panel.head}>
            <h2 id="sent" className={panel.title}>
              What is sent
            </h2>
          </div>
          <Content content={content} url={endpoint.url} />
        </section>
        <section className={panel.panel} aria-labelledby="attempts">
          <div className={panel.head}>
            <h2 id="attempts" className={panel.title}>
              Attempts
            </h2>
          </div>
          {attempts.length === 0 ? (
            <EmptyState compact title="Not tried yet">
              The worker sends it within seconds.
            </EmptyState>
          ) : (
            <ol className={panel.list} reversed>
              {attempts.toReversed().map((one) => (
                <li key={one.number} className={panel.item}>
                  <p style={{ margin: 0 }}>
                    <strong>Attempt {one.number}</strong>, <ExactTime at={one.at} />,{" "}
                    {one.durationMs} ms
                  </p>
                  <p style={{ margin: "4px 0 0" }}>
                    {one.error ?? `Taken: the receiver answered with ${one.status}.`}
                  </p>
                  {one.response === "" ? null : (
                    <Plain label="The answer's beginning" text={one.response} />
                  )}
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </>
  );
}

function whyNotReplay({ endpoint, delivery }: DeliveryDetailView): string | null {
  if (endpoint.state === "off") return "This endpoint is off: switch it on first.";
  return delivery.state === "sending" ? "This delivery is being sent right now." : null;
}

function Content({ content, url }: { content: DeliveryDetailView["content"]; url: string }) {
  if (content.state === "sealed") {
    return (
      <p className={panel.row} style={{ margin: 0, color: "var(--rb-text-2)" }}>
        <IconLock size={16} stroke={1.7} aria-hidden="true" />
        <span>
          {content.sentence} {content.lift}
        </span>
      </p>
    );
  }
  const headers = content.headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return (
    <div className={panel.stack}>
      <Plain label="Headers" text={`POST ${url}\n${headers}`} />
      <Plain label="Body" text={indented(content.body)} />
      <p className={panel.quiet}>
        Time and signature are made anew at each attempt; the body is the same bytes each time,
        shown here with line breaks.
      </p>
    </div>
  );
}

function indented(body: string): string {
  const value: unknown = JSON.parse(body);
  return JSON.stringify(value, null, 2);
}

/** Text as it is, under a name. */
function Plain({ label, text }: { label: string; text: string }) {
  return (
    <section aria-label={label}>
      <pre className={classes.code}>{text}</pre>
    </section>
  );
}
