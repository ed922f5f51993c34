import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

/** One HTTP request that a program is asked. */
export type Asked = {
  path: string;
  headers: Record<string, string>;
  /** With a body it is a POST. */
  body?: string;
};

/** What came of some load; latencies in milliseconds. */
export type Tally = {
  requests: number;
  errors: number;
  /** What the first of the errors was. */
  firstError: string | null;
  perSecond: number;
  p50: number;
  p99: number;
  most: number;
};

type Target = { url: string; connections: number; next: () => Asked };

/**
 * Each connection asks again as soon as it has its answer, for so many seconds or requests: the
 * highest throughput at that many at once.
 */
export async function closedLoop(
  target: Target & ({ seconds: number } | { requests: number }),
): Promise<Tally> {
  const meter = makeMeter();
  const pool = poolOf(target);
  const endAt = "seconds" in target ? performance.now() + target.seconds * 1000 : Infinity;
  let left = "requests" in target ? target.requests : Infinity;
  const work = async () => {
    while (performance.now() < endAt && left > 0) {
      left -= 1;
      await ask(pool, target.next(), performance.now(), meter);
    }
  };
  await Promise.all(Array.from({ length: target.connections }, work));
  await pool.close();
  return meter.tally();
}

/**
 * Asks so often a second, whether the answers keep up or not, at random instants as people would. A
 * latency counts from the instant at which the request was due, so that what a slow answer holds up
 * is not left out.
 */
export async function openLoop(
  target: Target & { perSecond: number; seconds: number },
): Promise<Tally> {
  const meter = makeMeter();
  const pool = poolOf(target);
  const asked: Promise<void>[] = [];
  const from = performance.now();
  let due = from;
  while (due - from < target.seconds * 1000) {
    while (due <= performance.now()) {
      asked.push(ask(pool, target.next(), due, meter));
      due += (-Math.log(1 - Math.random()) * 1000) / target.perSecond;
    }
    await sleep(1);
  }
  await Promise.all(asked);
  await pool.close();
  return meter.tally();
}

function poolOf({ url, connections }: Target): Pool {
  return new Pool(url, { connections, pipelining: 1, headersTimeout: 20_000 });
}

/** Asks once and throws the answer away; anything but a 200 with a body is an error. */
function ask(pool: Pool, { path, headers, body }: Asked, due: number, meter: Meter) {
  return new Promise<void>((resolve) => {
    let status = 0;
    let bytes = 0;
    const method = body === undefined ? "GET" : "POST";
    pool.dispatch(
      { path, method, headers, body: body ?? null },
      {
        onRequestStart: () => {},
        onResponseStart: (_, code) => {
          status = code;
        },
        onResponseData: (_, chunk) => {
          bytes += chunk.length;
        },
        onResponseEnd: () => {
          const right = status === 200 && bytes > 0;
          meter.note(due, right ? null : `status ${status}, ${bytes} bytes`);
          resolve();
        },
        onResponseError: (_, error) => {
          meter.note(due, error.message);
          resolve();
        },
      },
    );
  });
}

type Meter = { note(due: number, error: string | null): void; tally(): Tally };

function makeMeter(): Meter {
  const micros: RecordableHistogram = createHistogram();
  const from = performance.now();
  const errors: string[] = [];
  return {
    note(due, error) {
      if (error !== null) errors.push(error);
      micros.record(Math.max(1, Math.round((performance.now() - due) * 1000)));
    },
    tally: () => ({
      requests: micros.count,
      errors: errors.length,
      firstError: errors[0] ?? null,
      perSecond: micros.count / ((performance.now() - from) / 1000),
      p50: micros.percentile(50) / 1000,
      p99: micros.percentile(99) / 1000,
      most: micros.max / 1000,
    }),
  };
}
