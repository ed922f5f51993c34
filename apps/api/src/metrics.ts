import { createServer } from "node:http";
import type { KeptCallers } from "@rubric/domain/identity";
import type { PolicyCache } from "@rubric/domain/policy";
import { Counter, Registry } from "prom-client";

type Counting = { counts(): { hits: number; misses: number } };

/** The counters of this process, for one who watches over it. */
export function makeMetrics({
  policies,
  callers,
}: { policies?: PolicyCache; callers?: KeptCallers } = {}) {
  const registry = new Registry();
  const skew = new Counter({
    name: "skew_total",
    help: "Calls of clients whose contract is not this server's, by procedure and verdict",
    labelNames: ["procedure", "verdict"],
    registers: [registry],
  });
  const lookups = (name: string, help: string, cache: Counting | undefined) =>
    new Counter({
      name,
      help: `${help}, by whether this process held them`,
      labelNames: ["answer"],
      registers: [registry],
      collect() {
        const { hits, misses } = cache?.counts() ?? { hits: 0, misses: 0 };
        this.reset();
        this.inc({ answer: "hit" }, hits);
        this.inc({ answer: "miss" }, misses);
      },
    });
  lookups("policy_cache_total", "Look-ups of an organization's policies", policies);
  lookups("caller_cache_total", "Look-ups of sessions and organizations", callers);
  return { registry, skew };
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
