export { createToken } from "./create.ts";
export { listTokens } from "./list.ts";
export { revokeAllTokens } from "./revoke-all.ts";
export { revokeToken } from "./revoke.ts";
