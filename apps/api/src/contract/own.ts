import { emitManifest } from "@rubric/contract/emit";
import type { Manifest } from "@rubric/contract/manifest";
import { EVENTS, isEventName, payloadOf } from "@rubric/domain/webhook/events";
import { MAX_BATCH } from "../batch.ts";
import { RATES } from "../rate-limit.ts";
import { ErrorData } from "../refusal.ts";
import { appRouter } from "../router.ts";
import { describe } from "./describe.ts";

/** The manifest of the router as it is; `before` lends its time where nothing changed. */
export function ownManifest(now: Date, before?: Manifest): Manifest {
  return emitManifest(appRouter, {
    describe,
    transport: {
      transformer: null,
      batchLimit: MAX_BATCH,
      methodOverride: true,
      rates: RATES,
      errorShape: ErrorData,
    },
    readers: "tolerant",
    events: ownEvents(),
    now,
    before,
  });
}

/** What webhooks send, by the name of the event. */
function ownEvents() {
  return Object.fromEntries(
    Object.keys(EVENTS)
      .filter(isEventName)
      .map((name) => [name, { version: EVENTS[name].version, payload: payloadOf(name) }]),
  );
}
