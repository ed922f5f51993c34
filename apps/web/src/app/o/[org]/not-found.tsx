import { Button } from "@mantine/core";
import { EmptyState } from "../../../ui/empty-state.tsx";

export default function NotFound() {
  return (
    <EmptyState
      level={1}
      title="There is nothing here"
      action={
        <Button component="a" href="/" variant="default">
          To the start
        </Button>
      }
    >
      It may have been moved or removed, or it belongs to an organization that you are not in.
    </EmptyState>
  );
}
