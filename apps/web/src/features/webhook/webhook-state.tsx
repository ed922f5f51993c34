import type { WebhookView } from "@rubric/domain/webhook/schemas";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";

const OFF = {
  admin: "An admin switched it off.",
  failing: "Switched off: it took nothing for three days.",
  gone: "Switched off: it answered that it is gone for good (410).",
} as const;

/** Whether an endpoint is on, failing or off. */
export function WebhookState({ endpoint }: { endpoint: WebhookView }) {
  const failing = endpoint.state === "active" && endpoint.failingSince !== null;
  return <StateBadge kind="webhook" state={failing ? "failing" : endpoint.state} />;
}

/** Why it is off or since when it fails; nothing while all is well. */
export function WhyState({ endpoint }: { endpoint: WebhookView }) {
  if (endpoint.offReason !== null) return <>{OFF[endpoint.offReason]}</>;
  if (endpoint.failingSince === null) return null;
  return (
    <>
      It has taken nothing since <RelativeTime at={endpoint.failingSince} />; after three days it is
      switched off.
    </>
  );
}
