import { type Permission, permissionRow } from "@rubric/domain/permissions";

/** Whether a member with these roles may call it, by the table of permissions itself. */
export function opensTo(permission: Permission, roles: readonly string[]): boolean {
  const allowed: readonly string[] = permissionRow(permission).to;
  return allowed.some((duty) => duty === "member" || roles.includes(duty));
}
