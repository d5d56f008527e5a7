import type { Holder } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { standingOf } from "../challenge-answer.ts";
import { certificateStanding, type CertificateStanding } from "../soft-token.ts";
import {
  findOwnKey,
  listOwnAsked,
  listOwnSessions,
  type OwnAsked,
  type OwnSession,
} from "../store/own-sign-ins.ts";

/** What a holder sees of themselves. */
export interface SeatHome {
  /** The key that signs now; null: it was ended in this moment. */
  readonly key: {
    readonly device: string;
    readonly notAfter: Date;
    readonly standing: CertificateStanding;
  } | null;
  readonly sessions: readonly (OwnSession & { readonly isOpen: boolean })[];
  readonly asked: readonly OwnAsked[];
}

const shown = 20;

/** Shows a holder their key, their computers and what their phone was asked. */
export async function seeSeatHome(ports: Pick<Ports, "db" | "clock">, actor: Holder): Promise<SeatHome> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const key = await findOwnKey(tx, actor.holdingId);
    const sessions = await listOwnSessions(tx, actor.holdingId, shown);
    const asked = await listOwnAsked(tx, actor.holdingId, shown);
    return {
      key: key && {
        device: key.device,
        notAfter: key.notAfter,
        standing: certificateStanding(key.notAfter, now),
      },
      sessions: sessions.map((session) => ({
        ...session,
        isOpen: session.endedAt === null && session.expiresAt > now,
      })),
      asked: asked.map((each) => ({ ...each, state: standingOf(each, now) })),
    };
  });
}
