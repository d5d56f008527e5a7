import type * as v from "valibot";
import { visibleStatus } from "../visits/service-code.ts";
import type { OwnCode } from "../visits/own-code.ts";
import type { code } from "./schemas.ts";

/** A code as a hospital's system is told of it; its status is the one people see at `now`. */
export function toldCode(own: OwnCode, now: Date): v.InferInput<typeof code> {
  return {
    code: own.code,
    status: visibleStatus(own, now),
    service: { code: own.serviceType, ...own.service },
    day: own.day,
    visitId: own.visitId,
    hn: own.hn,
    issuedAt: own.issuedAt.toISOString(),
    expiresAt: own.expiresAt.toISOString(),
    closingCode: own.closingCode,
    cancelReason: own.cancelReason,
  };
}
