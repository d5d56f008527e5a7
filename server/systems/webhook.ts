/** What of a code's life is told to a hospital's own system. */
export const webhookEvents = [
  "service_code.issued",
  "service_code.used",
  "service_code.closed",
  "service_code.cancelled",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Where one delivery stands. `dead`: every try failed; it waits for somebody to replay it. */
export const deliveryStates = ["waiting", "claimed", "delivered", "dead"] as const;
export type DeliveryState = (typeof deliveryStates)[number];
