"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { ApiError } from "../api/errors.ts";
import classes from "./message.module.css";

const titles: Record<string, string> = {
  forbidden: "This is not open to you",
  not_found: "There is nothing here",
  conflict: "This has changed meanwhile",
  unavailable: "The server could not be reached",
  too_many: "A little too fast",
};

/** Why a page could not be shown: a sentence, what lifts it, the request id, and another try. */
export function ErrorView({
  error,
  onRetry,
  level = 1,
}: {
  error: Pick<ApiError, "kind" | "sentence" | "lift" | "requestId">;
  /** Without it, "Try again" loads the page's data once more. */
  onRetry?: () => void;
  /** 2 where it stands below a page header. */
  level?: 1 | 2;
}) {
  const Title = level === 1 ? "h1" : "h2";
  const router = useRouter();
  const [trying, startTransition] = useTransition();
  return (
    <section className={classes.message} data-solid role="alert">
      <Title className={classes.title}>{titles[error.kind] ?? "This did not work"}</Title>
      <div className={classes.words}>
        <p>{error.sentence}</p>
        {error.lift === null ? null : <p>{error.lift}</p>}
      </div>
      {error.kind === "forbidden" || error.kind === "not_found" ? null : (
        <div className={classes.action}>
          <Button
            variant="default"
            loading={trying}
            onClick={() =>
              onRetry === undefined ? startTransition(() => router.refresh()) : onRetry()
            }
          >
            Try again
          </Button>
        </div>
      )}
      {error.requestId === null ? null : (
        <p className={classes.reference}>
          If you ask someone about it, name this request: <code>{error.requestId}</code>
        </p>
      )}
    </section>
  );
}
