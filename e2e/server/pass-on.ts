import { type Agent, type IncomingMessage, request, type ServerResponse } from "node:http";

/** Hands a call on to the server at `base` as it came, and its answer back. */
export function passOn(
  call: IncomingMessage,
  reply: ServerResponse,
  { base, agent }: { base: string; agent: Agent },
): void {
  const { method, headers } = call;
  const onward = request(`${base}${call.url ?? "/"}`, { agent, method, headers }, (found) => {
    reply.writeHead(found.statusCode ?? 502, found.headers);
    found.pipe(reply);
  });
  onward.on("error", () => reply.destroy());
  call.pipe(onward);
}
