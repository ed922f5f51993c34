import "server-only";
import { cache } from "react";
import { serverApi } from "./server.ts";

/** Whether an organization may be created here, read once per request. */
export const readSignUp = cache(async () =>
  (await serverApi({ org: null })).organization.showSignUp.query({}),
);
