import { readMe } from "../../../../api/me.ts";
import { SettingsFrame } from "../../../../frame/settings-frame.tsx";
import { settingsFor } from "../../../../frame/settings-places.ts";

export default async function SettingsLayout({
  params,
  children,
}: LayoutProps<"/o/[org]/settings">) {
  const { org } = await params;
  const me = await readMe();
  const membership = me?.memberships.find((each) => each.orgSlug === org);
  return (
    <SettingsFrame org={org} groups={settingsFor(membership?.roles ?? [])}>
      {children}
    </SettingsFrame>
  );
}
