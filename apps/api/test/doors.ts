import { z } from "zod";
import { PUBLIC_URL, type TestApi } from "./api.ts";

/** Who calls, in headers. */
export type As = Record<string, string>;
export type Answer = { status: number; body: unknown };

const Enveloped = z.union([
  z.object({ result: z.object({ data: z.unknown() }) }),
  z.object({ error: z.object({ data: z.record(z.string(), z.unknown()) }) }),
]);

/** What differs from one request to the next. */
function comparable(data: unknown): unknown {
  const clocked = z.looseObject({ now: z.string() }).safeParse(data);
  if (clocked.success) return { ...clocked.data, now: "2000-01-01T00:00:00.000Z" };
  const refusal = z.looseObject({ requestId: z.string(), code: z.string() }).safeParse(data);
  if (!refusal.success) return data;
  const { requestId: _requestId, httpStatus: _httpStatus, ...rest } = refusal.data;
  return rest;
}

function send(api: TestApi, url: string, payload: string, as: As) {
  return api.app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/json", origin: PUBLIC_URL, ...as },
    payload,
  });
}

/** A call by tRPC, without its envelope. */
export async function byTrpc(api: TestApi, path: string, input: unknown, as: As): Promise<Answer> {
  const answer = await send(api, `/api/trpc/${path}`, JSON.stringify(input), as);
  const body = Enveloped.parse(answer.json());
  const data = "result" in body ? body.result.data : body.error.data;
  return { status: answer.statusCode, body: comparable(data) };
}

/** The same call by the plain HTTP door. */
export async function byHttp(api: TestApi, path: string, input: unknown, as: As): Promise<Answer> {
  const url = `/api/v1/${path.replace(".", "/")}`;
  const answer = await send(api, url, JSON.stringify(input), as);
  return { status: answer.statusCode, body: comparable(answer.json()) };
}
