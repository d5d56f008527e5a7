import type { Gate, LineUser } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { SigningPurpose } from "../sign-in-challenge.ts";
import { certificateStanding, type CertificateStanding, type PhoneKeyOver } from "../soft-token.ts";
import { listWaitingRenewals } from "../store/activation.ts";
import { listWaitingChallenges } from "../store/challenge.ts";
import { findIssuerOfPhone } from "../store/issuer-of-phone.ts";
import { listUnsigned } from "../store/request-list.ts";
import { findLastKeyOfPhone, listKeysOfPhone, type LastKeyOfPhone } from "../store/soft-token.ts";

/** What a phone holds and what waits for it. */
export interface SeenPhone {
  readonly keys: readonly {
    readonly id: string;
    readonly userCode: string;
    readonly notAfter: Date;
    readonly standing: CertificateStanding;
  }[];
  /** The last key it had, while it has none; null: it never had one, or it has one. */
  readonly over: PhoneKeyOver | null;
  readonly challenges: readonly {
    readonly id: string;
    readonly userCode: string;
    readonly purpose: SigningPurpose;
    readonly expiresAt: Date;
  }[];
  readonly renewals: readonly { readonly id: string; readonly userCode: string }[];
  /** Requests for service that wait for this phone's signature. */
  readonly requests: readonly { readonly id: string; readonly userCode: string }[];
}

/** Shows the keys on a LINE user's phone, the sign-ins that wait for an answer, and the renewals. */
export async function seePhone(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  { phone }: { readonly phone: LineUser },
): Promise<SeenPhone> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const keys = await listKeysOfPhone(tx, phone);
    return {
      keys: keys.map(({ id, userCode, notAfter }) => ({
        ...{ id, userCode, notAfter },
        standing: certificateStanding(notAfter, now),
      })),
      over: keys.length > 0 ? null : overOf(await findLastKeyOfPhone(tx, phone)),
      challenges: await listWaitingChallenges(tx, phone, now),
      renewals: await listWaitingRenewals(tx, phone, now),
      requests: await listUnsigned(tx, phone),
    };
  });
}

function overOf(last: LastKeyOfPhone | null): PhoneKeyOver | null {
  if (last === null || last.endedAt === null) return null;
  const why = last.endReason === "lost_phone" ? "lost" : last.state === "disabled" ? "pins" : "ended";
  return { userCode: last.userCode, at: last.endedAt, why };
}

/** The central office behind a phone: whom its holder asks for help (T9). Null: it has no key and makes none. */
export async function seeIssuerOfPhone(
  { db }: Pick<Ports, "db">,
  actor: Gate,
  { phone }: { readonly phone: LineUser },
): Promise<string | null> {
  return db.as(actor, (tx) => findIssuerOfPhone(tx, phone));
}
