import { Agent, createServer } from "node:http";
import { passOn } from "./pass-on.ts";
import { portOf } from "./processes.ts";

export type Side = "old" | "new";

/** One port before two releases; which of them answers a call is chosen anew for each. */
export type Front = {
  url: string;
  /** Where the releases listen. */
  behind: Record<Side, string>;
  /** Chooses by the path of a call; everything goes to the old one at first. */
  choose: (path: string) => Side;
  /** The calls that came in, oldest first. */
  calls: { path: string; side: Side }[];
  stop: () => Promise<void>;
};

/** Opens the port; the releases come behind it as soon as they know its address. */
export async function startFront(): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((call, reply) => {
    const path = call.url ?? "/";
    const side = front.choose(path);
    front.calls.push({ path, side });
    passOn(call, reply, { base: front.behind[side], agent });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const front: Front = {
    url: `http://127.0.0.1:${portOf(server)}`,
    behind: { old: "", new: "" },
    choose: () => "old",
    calls: [],
    stop: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return front;
}
