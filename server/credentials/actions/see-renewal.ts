import type { Gate } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { quietUntil } from "../desk/quiet.ts";
import type { SeatSession } from "../seat-session.ts";
import { certificateStanding, type CertificateStanding } from "../soft-token.ts";
import { findLastActivation } from "../store/activation.ts";
import { findLiveKey } from "../store/soft-token.ts";

/** Where a renewal stands, as the computer shows it. */
export interface SeenRenewal {
  /** Of the key that is live now; null: there is none. */
  readonly standing: CertificateStanding | null;
  /** `none`: nothing was asked. `over`: it was not answered in time, or the phone said no. */
  readonly state: "none" | "waiting" | "done" | "over";
  readonly notAfter: Date | null;
  /** Until when nothing is pushed to the phone, because "ไม่ใช่ฉัน" was pressed there; null: it is. */
  readonly quietUntil: Date | null;
}

/** How long afterwards the page still says that it was done. */
const doneShownMs = 3_600_000;

/** Shows the renewal of somebody in a seat. */
export async function seeRenewal(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  { session }: { readonly session: SeatSession },
): Promise<SeenRenewal> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const key = await findLiveKey(tx, session.holdingId);
    const last = await findLastActivation(tx, session.holdingId, true);
    const standing = key && certificateStanding(key.notAfter, now);
    const quiet = await quietUntil(tx, { holdingId: session.holdingId, purpose: "renew" }, now);
    const kept = { standing, notAfter: key?.notAfter ?? null, quietUntil: quiet };
    const isRecent = last !== null && now.getTime() - last.madeAt.getTime() < doneShownMs;
    if (!last || !isRecent) return { ...kept, state: "none" };
    if (last.softTokenId !== null) {
      return { ...kept, state: last.softTokenId === key?.id ? "done" : "none" };
    }
    const isOpen = last.endedAt === null && last.expiresAt > now;
    return { ...kept, state: isOpen ? "waiting" : "over" };
  });
}
