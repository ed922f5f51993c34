import { z } from "zod";
import type { ApiError } from "./errors.ts";

/** A file that was sent and belongs to nobody yet. */
export const Uploaded = z.object({ uploadId: z.string(), name: z.string(), size: z.number() });
export type Uploaded = z.infer<typeof Uploaded>;

const Refused = z.object({
  code: z.string(),
  kind: z.string(),
  sentence: z.string(),
  lift: z.string().nullable(),
  requestId: z.string(),
});

type Outcome<T> = { value: T; refusal: null } | { value: null; refusal: ApiError };

/** Uploads a file; it belongs to nobody until an application names its `uploadId`. */
export async function uploadFile(org: string, file: File): Promise<Outcome<Uploaded>> {
  const form = new FormData();
  form.append("file", file);
  return answerOf(
    () => fetch(`/api/upload?org=${encodeURIComponent(org)}`, { method: "POST", body: form }),
    async (answer) => Uploaded.parse(await answer.json()),
  );
}

/** Fetches a candidate's own file, which their link alone opens. */
export async function ownFile(
  token: string,
  applicationId: string,
  fileId: string,
): Promise<Outcome<Blob>> {
  return answerOf(
    () =>
      fetch(`/api/files/${applicationId}/${fileId}`, { headers: { "x-candidate-link": token } }),
    (answer) => answer.blob(),
  );
}

/** Has the browser save what was fetched or made here. */
export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

async function answerOf<T>(
  ask: () => Promise<Response>,
  read: (answer: Response) => Promise<T>,
): Promise<Outcome<T>> {
  try {
    const answer = await ask();
    if (answer.ok) return { value: await read(answer), refusal: null };
    const refused = Refused.parse(await answer.json());
    return {
      value: null,
      refusal: { ...refused, facts: {}, fields: {}, explanation: null, answered: true },
    };
  } catch {
    return {
      value: null,
      refusal: {
        code: "UNREACHABLE",
        kind: "unavailable",
        sentence: "The file could not be sent or read.",
        lift: "Check your connection, then try again.",
        facts: {},
        requestId: null,
        fields: {},
        explanation: null,
        answered: false,
      },
    };
  }
}
