"use client";

import { Stack } from "@mantine/core";
import { PageHeader } from "../../ui/page-header.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { OwnSessions } from "./own-sessions.tsx";

/** One's own account: where it is signed in, and its password. */
export function AccountPage({ org }: { org: string }) {
  return (
    <>
      <PageHeader title="Your account" lead="The same in every organization that you belong to." />
      <Stack gap={40}>
        <section>
          <OwnSessions org={org} />
        </section>
        <section>
          <ChangePasswordForm />
        </section>
      </Stack>
    </>
  );
}
