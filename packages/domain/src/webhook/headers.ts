/** The headers of a delivery, as Standard Webhooks names them. */
export function headersOf(eventId: string, at: Date, signature: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Rubric-Webhooks/1",
    "webhook-id": eventId,
    "webhook-timestamp": String(timestampOf(at)),
    "webhook-signature": signature,
  };
}

/** Seconds since 1970, as they are signed. */
export function timestampOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
