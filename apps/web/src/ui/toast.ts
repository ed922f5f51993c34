"use client";

import { type NotificationData, notifications } from "@mantine/notifications";
import { readApiError } from "../api/errors.ts";

/** Says in passing that something was done. */
export function toastDone(sentence: string): void {
  show({ message: sentence, color: "teal", autoClose: 4000 });
}

/** Says why something was refused, where the page has no better place for it. */
export function toastRefused(error: unknown): void {
  const { sentence, lift } = readApiError(error);
  show({ title: sentence, message: lift, color: "red", autoClose: 8000 });
}

/** One at a time: what is said now takes the place of what was said before, read or not. */
function show(notification: NotificationData): void {
  notifications.clean();
  notifications.show(notification);
}
