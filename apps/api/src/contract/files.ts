import { fileURLToPath } from "node:url";

const folder = new URL("../../../../contract/", import.meta.url);

/** The manifest of the router as it is in this commit. */
export const CURRENT = fileURLToPath(new URL("current.json", folder));

/** The manifests that were released, one file each, named by their id; frozen. */
export const RELEASED = fileURLToPath(new URL("released/", folder));

/** What the client library is built with of the manifest. */
export const CLIENT_PART = fileURLToPath(
  new URL("../../../../packages/client/src/contract.generated.ts", import.meta.url),
);
