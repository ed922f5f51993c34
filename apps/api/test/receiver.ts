import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, beforeAll } from "vitest";

type Received = { headers: IncomingMessage["headers"]; body: string };

/** A real receiver of events on a loopback port, which answers as it is told. */
export function useReceiver() {
  const received: Received[] = [];
  const state: { url?: string; answer: (response: ServerResponse, received: Received) => void } = {
    answer: (response) => response.writeHead(200).end(),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString("utf8") };
      received.push(one);
      state.answer(response, one);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    state.url = `http://127.0.0.1:${port}/hooks`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    received,
    get url() {
      if (state.url === undefined) throw new Error("The receiver listens in beforeAll.");
      return state.url;
    },
    /** How it answers from now on. */
    answers(answer: typeof state.answer): void {
      state.answer = answer;
    },
  };
}
