import "server-only";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@rubric/domain/identity/demo-accounts";
import { env } from "../env.ts";

/** The demo organization's accounts; none outside of demo mode. */
export function readDemoAccounts() {
  if (!env().DEMO) return [];
  return DEMO_ACCOUNTS.map(({ name, email, role }) => ({
    name,
    email,
    role,
    password: DEMO_PASSWORD,
  }));
}
