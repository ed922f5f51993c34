import { fileURLToPath } from "node:url";

const folder = new URL("../../../../contract/", import.meta.url);

/** The manifest of the router as it is in this commit. */
export const CURRENT = fileURLToPath(new URL("current.json", folder));

/** The manifests that were released, one file each, named by their id; frozen. */
export const RELEASED = fileURLToPath(new URL("released/", folder));

/** How long a release is supported, and how long a procedure must lie unused to be removed. */
export const SUPPORTED = fileURLToPath(new URL("supported.json", folder));

/** The breaking findings that somebody took upon themselves. */
export const WAIVERS = fileURLToPath(new URL("waivers.json", folder));

/** The command that writes `CURRENT` anew. */
export const EMIT = "npm run contract:emit";

/** What the client library is built with of the manifest. */
export const CLIENT_PART = fileURLToPath(
  new URL("../../../../packages/client/src/contract.generated.ts", import.meta.url),
);
