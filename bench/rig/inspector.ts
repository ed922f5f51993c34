import { z } from "zod";
import type { Program } from "./program.ts";

/** What a process holds in memory right after its garbage was collected, in bytes. */
export type Held = { rss: number; heap: number };

const Answer = z.object({ id: z.number(), result: z.unknown() });
const Evaluated = z.object({ result: z.object({ value: z.string() }) });
const Memory = z.object({ rss: z.number(), heapUsed: z.number() });

/** Looks into a process that was started with `--inspect=127.0.0.1:0`, which says where in its log. */
export async function inspect(program: Program) {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(program.written())?.[0];
  if (address === undefined) throw new Error(`${program.name} does not listen to an inspector.`);
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve(), { once: true });
    socket.addEventListener("error", () => reject(new Error("No inspector answers.")), {
      once: true,
    });
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = Answer.safeParse(JSON.parse(String(data)));
    if (answer.success) waiting.get(answer.data.id)?.(answer.data.result);
  });
  let asked = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      const id = (asked += 1);
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    async held(): Promise<Held> {
      await send("HeapProfiler.collectGarbage");
      const expression = "JSON.stringify(process.memoryUsage())";
      const answer = await send("Runtime.evaluate", { expression, returnByValue: true });
      const { rss, heapUsed } = Memory.parse(JSON.parse(Evaluated.parse(answer).result.value));
      return { rss, heap: heapUsed };
    },
    close: () => socket.close(),
  };
}
