import { createServer } from "node:http";
import type { PolicyCache } from "@rubric/domain/policy";
import { Counter, Registry } from "prom-client";

/** The counters of this process, for one who watches over it. */
export function makeMetrics({ policies }: { policies?: PolicyCache } = {}) {
  const registry = new Registry();
  const skew = new Counter({
    name: "skew_total",
    help: "Calls of clients whose contract is not this server's, by procedure and verdict",
    labelNames: ["procedure", "verdict"],
    registers: [registry],
  });
  const lookups = new Counter({
    name: "policy_cache_total",
    help: "Look-ups of an organization's policies, by whether this process held them",
    labelNames: ["answer"],
    registers: [registry],
    collect() {
      const { hits, misses } = policies?.counts() ?? { hits: 0, misses: 0 };
      this.reset();
      this.inc({ answer: "hit" }, hits);
      this.inc({ answer: "miss" }, misses);
    },
  });
  return { registry, skew, lookups };
}

export type Metrics = ReturnType<typeof makeMetrics>;

/** Serves them as text on an address of its own, never through the public door. */
export async function serveMetrics(
  { registry }: Metrics,
  { host, port }: { host: string; port: number },
): Promise<() => Promise<void>> {
  const server = createServer((_request, reply) => {
    registry
      .metrics()
      .then((text) => reply.writeHead(200, { "content-type": registry.contentType }).end(text))
      .catch(() => reply.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
