import type { Citizen } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { askCode } from "../../server/visits/actions/ask-code.ts";
import { seeCode } from "../../server/visits/actions/see-code.ts";
import { takeScan } from "../../server/visits/actions/take-scan.ts";
import type { ServiceCode } from "../../server/visits/service-code.ts";
import { generalCare, hangQr } from "./facilities.ts";
import { granted, registered, somebody } from "./people.ts";

/** A service code on somebody's phone. */
export interface HeldCode {
  readonly citizen: Citizen;
  readonly codeId: string;
  readonly code: ServiceCode;
  /** What the QR under it says. */
  readonly token: string;
}

/** The code of somebody new who scanned the facility's QR. */
export async function heldCode(ports: Ports, agencyId: string): Promise<HeldCode> {
  const citizen = await registered(ports, somebody());
  const qr = await hangQr(ports, agencyId, "screen", generalCare);
  const { ticket } = await granted(takeScan(ports, { kind: "gate" }, { token: qr.token() }));
  const { codeId } = await granted(askCode(ports, citizen, { ticket, delegationId: null }));
  const { code, token } = await granted(seeCode(ports, citizen, { codeId, delegationId: null }));
  if (token === null) throw new Error("a fresh code has no token");
  return { citizen, codeId, code: code.code, token };
}
