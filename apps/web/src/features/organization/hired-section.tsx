"use client";

import { Button, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { HiredView } from "@rubric/domain/organization/schemas";
import { type SyntheticEvent, useState } from "react";
import type { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { toastDone } from "../../ui/toast.ts";

type Hired = z.infer<typeof HiredView>["hired"][number];

/** Who was hired and is no member yet; nothing where there is nobody. */
export function HiredSection() {
  const { hired } = useSuspenseQuery(useTRPC().organization.listHired.queryOptions({})).data;
  const [inviting, setInviting] = useState<Hired | null>(null);
  if (hired.length === 0) return null;
  return (
    <section aria-labelledby="hired-title" style={{ marginBottom: 28 }}>
      <h2 id="hired-title" style={{ margin: "0 0 8px", fontSize: "1.0625rem" }}>
        Hired, and no member yet
      </h2>
      <DataTable
        caption="Hired, and no member yet"
        rows={hired}
        rowKey={(one) => one.applicationId}
        columns={[
          { key: "name", head: "Name", cell: (one) => one.name },
          { key: "job", head: "Job", cell: (one) => one.job },
          {
            key: "at",
            head: "Hired",
            desk: true,
            cell: (one) => <RelativeTime at={one.hiredAt} />,
          },
          {
            key: "invite",
            head: "",
            align: "end",
            cell: (one) => (
              <Button
                size="xs"
                variant="default"
                aria-label={`Invite ${one.name}`}
                onClick={() => setInviting(one)}
              >
                Invite…
              </Button>
            ),
          },
        ]}
      />
      <Modal
        opened={inviting !== null}
        onClose={() => setInviting(null)}
        title={`Invite ${inviting?.name ?? ""}`}
        size="md"
      >
        {inviting === null ? null : <Content hired={inviting} onClose={() => setInviting(null)} />}
      </Modal>
    </section>
  );
}

function Content({ hired, onClose }: { hired: Hired; onClose: () => void }) {
  const trpc = useTRPC();
  const invite = useCommand(trpc.organization.inviteHired.mutationOptions());
  const { members } = useSuspenseQuery(trpc.organization.listMembers.queryOptions({})).data;
  const [email, setEmail] = useState("");
  const [title, setTitle] = useState("");
  const [managerId, setManagerId] = useState<string | null>(null);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const { applicationId } = hired;
    const to = email.trim() === "" ? null : email;
    void invite
      .run({ applicationId, email: to, title, roles: ["engineer"], managerId })
      .then(() => {
        toastDone(`An invitation is on its way to ${hired.name}.`);
        onClose();
      })
      .catch(() => undefined);
  }

  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label="E-mail"
          description="Empty: the address that they applied with. Who accepts sees what the interviews showed, so send it to nobody else."
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={invite.refusal?.fields["email"]}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          label="Title"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={invite.refusal?.fields["title"]}
          autoComplete="off"
        />
        <Select
          label="Manager"
          placeholder="Nobody yet"
          data={members
            .filter((one) => one.kind === "person" && one.state === "active")
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={managerId}
          onChange={setManagerId}
          error={invite.refusal?.fields["managerId"]}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "Nobody" }}
        />
        <FormRefusal refusal={invite.refusal} />
        <Button type="submit" loading={invite.running}>
          Send the invitation
        </Button>
      </Stack>
    </Form>
  );
}
