import type { Gate, LineUser } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { lossNonce } from "../desk/loss-nonce.ts";
import { listKeysOfPhone } from "../store/soft-token.ts";

/** The keys on a phone that may report a colleague's, and what a report from here is signed with. */
export interface ReportOffer {
  readonly keys: readonly { readonly keyId: string; readonly userCode: string }[];
  readonly nonce: string;
}

/** What a LINE user may report a colleague's phone with; no keys: nothing. */
export async function offerReport(
  ports: Pick<Ports, "db" | "clock" | "keys">,
  actor: Gate,
  { phone }: { readonly phone: LineUser },
): Promise<ReportOffer> {
  const keys = await ports.db.as(actor, (tx) => listKeysOfPhone(tx, phone));
  return {
    keys: keys.map(({ id, userCode }) => ({ keyId: id, userCode })),
    nonce: lossNonce(ports, phone),
  };
}
