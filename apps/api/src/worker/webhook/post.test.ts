import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { useReceiver } from "../../../test/receiver.ts";
import { harmless, post } from "./post.ts";

const receiver = useReceiver();
const sent = { headers: { "content-type": "application/json", "webhook-id": "1" }, body: "{}" };

const to = (url = receiver.url, addresses = ["127.0.0.1"], timeoutMs = 10_000) =>
  post({ ...sent, url: new URL(url), addresses }, timeoutMs);

describe("a POST to a receiver", () => {
  it("takes any 2xx for taken, and says in words what else was answered", async () => {
    for (const status of [200, 201, 202, 204, 299]) {
      receiver.answers((response) => response.writeHead(status).end());
      expect(await to()).toMatchObject({ status, error: null });
    }
    for (const [status, says] of [
      [500, "The receiver answered with 500."],
      [404, "The receiver answered with 404."],
      [410, "The receiver answered that it is gone for good (410)."],
    ] as const) {
      receiver.answers((response) => response.writeHead(status).end());
      expect(await to()).toMatchObject({ status, error: says });
    }
    expect(receiver.received.at(-1)).toMatchObject({ body: "{}" });
    expect(receiver.received.at(-1)?.headers).toMatchObject(sent.headers);
  });

  it("follows no redirect", async () => {
    const before = receiver.received.length;
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answers((response) => response.writeHead(status, { location: receiver.url }).end());
      expect((await to()).error).toContain("none is followed");
    }
    expect(receiver.received.length).toBe(before + 5);
  });

  it("connects to the addresses that were checked, and looks no name up again", async () => {
    receiver.answers((response) => response.writeHead(200).end());
    const { port } = new URL(receiver.url);
    const named = `http://name-that-nobody-has.invalid:${port}/`;
    expect(await to(named)).toMatchObject({ status: 200 });
    expect(receiver.received.at(-1)?.headers.host).toBe(`name-that-nobody-has.invalid:${port}`);
    expect(await to(named, [])).toMatchObject({ status: null, error: "The connection failed." });
  });

  it("waits no longer than it may for an answer to begin", async () => {
    receiver.answers(() => {});
    const outcome = await to(receiver.url, ["127.0.0.1"], 300);
    expect(outcome).toMatchObject({ status: null, response: "" });
    expect(outcome.error).toBe("There was no answer within 0.3 seconds.");
    expect(outcome.durationMs).toBeLessThan(2000);
  });

  it("takes the status of an answer that drips or never ends, and stops reading", async () => {
    let dripping = 0;
    receiver.answers((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 20);
      response.on("close", () => {
        clearInterval(drip);
        dripping += 1;
      });
    });
    const dripped = await to(receiver.url, ["127.0.0.1"], 400);
    expect(dripped).toMatchObject({ status: 200, error: null });
    expect(dripped.response).toMatch(/^\.+$/);
    receiver.answers((response) => {
      response.writeHead(200);
      const flood = () => {
        while (response.write("x".repeat(65_536)));
      };
      response.on("drain", flood);
      response.on("close", () => (dripping += 1));
      flood();
    });
    const flooded = await to();
    expect(flooded).toMatchObject({ status: 200, response: "x".repeat(500) });
    await expect.poll(() => dripping).toBe(2);
  });

  it("keeps of an answer 500 harmless characters", async () => {
    receiver.answers((response) =>
      response.end(Buffer.from("a\u0000b\u001b[31m\u202ec\ufffe<script>\r\n\tok".padEnd(900, "z"))),
    );
    const { response } = await to();
    expect(response).toHaveLength(500);
    expect(response).toContain("a b [31m");
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    expect(response).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
    receiver.answers((answer) => answer.end(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x41])));
    expect((await to()).response.isWellFormed()).toBe(true);
    expect(harmless("\ud800A")).toBe("\ufffdA");
    expect(Array.from(harmless("😀".repeat(600)))).toHaveLength(500);
  });

  it("says in words what broke, and never what a stranger wrote", async () => {
    expect((await to("http://127.0.0.1:1/")).error).toContain("refused");
    const listen = async (first: string) => {
      const server = createServer((socket) => {
        socket.on("error", () => {});
        socket.resume().end(first);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const { error, status } = await to(`http://127.0.0.1:${port}/`);
      await new Promise((resolve) => server.close(resolve));
      return { error, status };
    };
    expect(await listen("SSH-2.0-OpenSSH\r\n")).toEqual({
      error: "The answer is not HTTP.",
      status: null,
    });
    expect((await listen("")).error).toBe("The connection was broken off.");
    const big = `HTTP/1.1 200 OK\r\nx: ${"y".repeat(40_000)}\r\n\r\n`;
    expect((await listen(big)).error).toBe("The answer's headers are too large.");
    const { port } = new URL(receiver.url);
    expect((await to(`https://127.0.0.1:${port}/`)).status).toBeNull();
  });
});
