import { z } from "zod";
import { ContractId } from "../manifest.ts";

/** The header in which client and server name their contracts; never a cookie, as tabs share those. */
export const CONTRACT_HEADER = "x-contract";

/** A contract as it is named in a request. */
export type Mark = { contractId: string; releasedAt: string };

/** Which of both is older, and in which procedure they differ. */
export const Skew = z.object({
  kind: z.enum(["client-outdated", "server-behind"]),
  procedure: z.string(),
});
export type Skew = z.infer<typeof Skew>;

const Parts = z.tuple([ContractId, z.iso.datetime()]);

/** The text of the header: `<contract id>;<when it was emitted>`. */
export function writeMark({ contractId, releasedAt }: Mark): string {
  return `${contractId};${releasedAt}`;
}

/** Reads the header; null where it is missing or is none. */
export function readMark(text: string | null | undefined): Mark | null {
  const parts = Parts.safeParse(text?.split(";"));
  if (!parts.success) return null;
  const [contractId, releasedAt] = parts.data;
  return { contractId, releasedAt };
}
