import {
  ActionIcon,
  Button,
  Input,
  MultiSelect,
  NumberInput,
  Stack,
  TextInput,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { GROUP, type RequisitionValues } from "./requisition-values.ts";
import classes from "./requisition.module.css";

const MOST_GROUPS = 10;

/** Who approves: groups, asked one after the other. */
export function RequisitionGroups(props: {
  form: UseFormReturnType<RequisitionValues>;
  approvers: readonly { id: string; name: string }[];
}) {
  const { form, approvers } = props;
  const { groups } = form.values;
  return (
    <Input.Wrapper
      label="Who approves"
      description="One group after the other; never yourself."
      labelElement="div"
    >
      <Stack gap="sm" mt="xs">
        {groups.map((_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a group has no other name
          <div key={index} className={classes.group}>
            <TextInput label="Group" {...form.getInputProps(`groups.${index}.name`)} />
            <MultiSelect
              label="People"
              searchable
              hidePickedOptions
              data={approvers.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps(`groups.${index}.memberIds`)}
            />
            <NumberInput
              label="Approvals"
              min={1}
              max={20}
              allowDecimal={false}
              {...form.getInputProps(`groups.${index}.approvals`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove group ${index + 1}`}
              onClick={() =>
                form.setFieldValue(
                  "groups",
                  groups.length === 1 ? [GROUP] : groups.toSpliced(index, 1),
                )
              }
            >
              <IconTrash size={16} stroke={1.7} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        {groups.length >= MOST_GROUPS ? null : (
          <Button
            w="fit-content"
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
            onClick={() =>
              form.insertListItem("groups", {
                name: `Approval ${groups.length + 1}`,
                memberIds: [],
                approvals: 1,
              })
            }
          >
            Add a group
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
