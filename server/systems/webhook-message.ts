import type { OwnCode } from "../visits/own-code.ts";
import type { KeptDelivery } from "./kept-webhook.ts";

/**
 * What a hospital's system is told: the event, its moment, and the code with its visit; nothing of the person, whom the
 * system asks for by the code when it must. The same at every try, whatever became of the code since.
 */
export function messageOf({ event, happenedAt }: Pick<KeptDelivery, "event" | "happenedAt">, code: OwnCode) {
  return {
    type: event,
    timestamp: happenedAt.toISOString(),
    data: {
      code: code.code,
      service: code.serviceType,
      day: code.day,
      visitId: code.visitId,
      hn: code.hn,
      closingCode: event === "service_code.closed" ? code.closingCode : null,
      cancelReason: event === "service_code.cancelled" ? code.cancelReason : null,
    },
  };
}
