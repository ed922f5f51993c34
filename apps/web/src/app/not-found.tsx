import { Button } from "@mantine/core";
import { PublicFrame } from "../frame/public-frame.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

export default function NotFound() {
  return (
    <PublicFrame orgName="Rubric" homeHref="/">
      <EmptyState
        level={1}
        title="There is nothing here"
        action={
          <Button component="a" href="/" variant="default">
            To the start
          </Button>
        }
      >
        The address may be mistyped, or what was here has been removed.
      </EmptyState>
    </PublicFrame>
  );
}
