import { record } from "../../audit/store.ts";
import type { Gate, StaffLevel } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, SignedCard } from "../../ports.ts";
import {
  cardNonceRandomBytes,
  cardSignedText,
  makeCardNonce,
  readCardNonce,
  type CardSignInRefusal,
} from "../card-sign-in.ts";
import { forgetBegunAuthenticator } from "../desk/begun-authenticator.ts";
import { listByCard, useUpNonce } from "../store/account-of-card.ts";

/** What a card is asked to sign. Refuses where no card authority is trusted. */
export function askCardNonce(
  ports: Ports,
): Result<{ readonly nonce: string }, { readonly kind: "card_unavailable" }> {
  if (!ports.cardProofs.available) return refuse({ kind: "card_unavailable" });
  const random = ports.random.bytes(cardNonceRandomBytes);
  return ok({ nonce: makeCardNonce(ports.keys.staffLink, random, ports.clock.now()) });
}

/**
 * The first step of signing in by one's own ID card (F1.7): its key, which answers only to its PIN, signed our nonce
 * for our origin, and its certificate is of the authority we trust. Stands for user name and password; the second step
 * comes as ever. Refuses as `CardSignInRefusal` says; which account is missing, locked or ended looks alike.
 */
export async function signInByCard(
  ports: Ports,
  actor: Gate,
  input: {
    readonly origin: string;
    readonly nonce: string;
    readonly card: SignedCard;
    /** At which agency, for who has accounts at several; empty: not chosen. */
    readonly agencyId: string;
  },
): Promise<
  Result<
    { readonly staffId: string; readonly agencyId: string; readonly level: StaffLevel },
    CardSignInRefusal
  >
> {
  const { origin, nonce, card, agencyId } = input;
  if (!ports.cardProofs.available) return refuse({ kind: "card_unavailable" });
  const now = ports.clock.now();
  const madeAt = readCardNonce(ports.keys.staffLink, nonce, now);
  if (madeAt === null) return refuse({ kind: "card_late" });
  const citizenId = ports.cardProofs.numberOf(cardSignedText(origin, nonce), card, now);
  return ports.db.as(actor, async (tx) => {
    if (!(await useUpNonce(tx, nonce, madeAt))) return refuse({ kind: "card_late" });
    if (citizenId === null) return refuse({ kind: "card_refused" });
    const accounts = await listByCard(ports, tx, citizenId);
    const [first, ...others] = accounts;
    const chosen = others.length === 0 ? first : accounts.find((each) => each.agencyId === agencyId);
    if (first === undefined) return refuse({ kind: "card_refused" });
    if (chosen === undefined) return refuse({ kind: "card_choose", agencies: accounts.map(placeOf) });
    const { staffId, level } = chosen;
    const at = chosen.agencyId;
    await forgetBegunAuthenticator(ports, tx, staffId);
    await record(ports, tx, { action: "staff.card_shown", actor, agencyId: at, subjectId: staffId });
    return ok({ staffId, agencyId: at, level });
  });
}

function placeOf({ agencyId, nameTh, nameEn }: { agencyId: string; nameTh: string; nameEn: string }) {
  return { agencyId, nameTh, nameEn };
}
