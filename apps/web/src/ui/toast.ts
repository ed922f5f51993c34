"use client";

import { notifications } from "@mantine/notifications";
import { readApiError } from "../api/errors.ts";

/** Says in passing that something was done. */
export function toastDone(sentence: string): void {
  notifications.show({ message: sentence, color: "teal" });
}

/** Says why something was refused, where the page has no better place for it. */
export function toastRefused(error: unknown): void {
  const { sentence, lift } = readApiError(error);
  notifications.show({ title: sentence, message: lift, color: "red", autoClose: 10_000 });
}
