import { type Operation, TRPCClientError } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { beforeEach, expect, test } from "vitest";
import { commandKeyLink } from "./command-key-link.ts";

type Outcome = "answer" | "refusal" | "silence";

const refusal = new TRPCClientError("no", {
  result: {
    error: {
      message: "no",
      code: -32000,
      data: { code: "QUORUM_MISSING", kind: "rule", sentence: "Two of three are in." },
    },
  },
});

let made = 0;
let seen: unknown[] = [];
beforeEach(() => {
  made = 0;
  seen = [];
});

function open() {
  const operate = commandKeyLink(() => `key-${++made}`)({});
  return (outcome: Outcome, part: Partial<Operation> = {}) =>
    new Promise<void>((resolve) => {
      const op: Operation = {
        id: 1,
        type: "mutation",
        path: "scorecard.submit",
        input: { scorecardId: "a" },
        context: {},
        signal: null,
        ...part,
      };
      operate({
        op,
        next: (sent) =>
          observable((observer) => {
            seen.push(sent.context.idempotencyKey);
            if (outcome === "answer") observer.next({ result: { type: "data", data: {} } });
            if (outcome === "refusal") observer.error(refusal);
            if (outcome === "silence") observer.error(new TRPCClientError("Failed to fetch"));
            observer.complete();
          }),
      }).subscribe({ error: () => resolve(), complete: () => resolve() });
    });
}

test("each answered command has a key of its own", async () => {
  const send = open();
  await send("answer");
  await send("refusal");
  await send("answer");
  expect(seen).toEqual(["key-1", "key-2", "key-3"]);
});

test("the same command keeps its key until somebody answered", async () => {
  const send = open();
  await send("silence");
  await send("silence");
  await send("answer");
  await send("answer");
  expect(seen).toEqual(["key-1", "key-1", "key-1", "key-2"]);
});

test("another input is another intention", async () => {
  const send = open();
  await send("silence");
  await send("silence", { input: { scorecardId: "b" } });
  expect(seen).toEqual(["key-1", "key-2"]);
});

test("a key that the caller made and showed is the one that is sent", async () => {
  const send = open();
  await send("answer", { context: { idempotencyKey: "shown" } });
  await send("answer");
  expect(seen).toEqual(["shown", "key-1"]);
});

test("queries and keyless commands carry none", async () => {
  const send = open();
  await send("answer", { type: "query" });
  await send("answer", { context: { keyless: true } });
  expect(seen).toEqual([undefined, undefined]);
});
