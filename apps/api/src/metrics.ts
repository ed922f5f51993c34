import { createServer } from "node:http";
import { Counter, Registry } from "prom-client";

/** The counters of this process, for one who watches over it. */
export function makeMetrics() {
  const registry = new Registry();
  const skew = new Counter({
    name: "skew_total",
    help: "Calls of clients whose contract is not this server's, by procedure and verdict",
    labelNames: ["procedure", "verdict"],
    registers: [registry],
  });
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
