import type { DeliveryState, WebhookEvent } from "./webhook.ts";

/** An endpoint as it is kept; `sealed` holds its SigningSecrets under `dataKey`. */
export interface KeptEndpoint {
  readonly id: string;
  readonly agencyId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
  readonly madeAt: Date;
  /** Nothing is sent since then; what happens meanwhile waits. Null: it is sent. */
  readonly pausedAt: Date | null;
  readonly endedAt: Date | null;
}

/** One event for one endpoint; its id is the message's id at every try. */
export interface KeptDelivery {
  readonly id: string;
  readonly agencyId: string;
  readonly endpointId: string;
  readonly event: WebhookEvent;
  readonly personId: string;
  readonly codeId: string;
  readonly happenedAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastAnswer: string | null;
  readonly settledAt: Date | null;
}
