import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { readMailLinkToken } from "../../kernel/mail-link.ts";
import { parseNewPassword, type PasswordRefusal } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { hashHolderPassword, knownOfHolder } from "../desk/holder-password.ts";
import { keepNewPassword } from "../desk/new-password.ts";
import { findHolding, lockHolding, type KeptHolding } from "../store/holding.ts";
import { dropTries } from "../store/seat-try.ts";
import { findOpenSeatLink, takeSeatLink } from "../store/seat-link.ts";

export type SeatLinkDead = { readonly kind: "link_dead" };

export type SetHolderPasswordRefusal = SeatLinkDead | PasswordRefusal | { readonly kind: "password_again" };

/** Whose password a link sets. Opening it uses nothing up. Refuses one that is used, outlived, replaced or made up. */
export async function seeSeatLink(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<{ readonly userCode: string }, SeatLinkDead>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, token));
  return found ? ok({ userCode: found.holding.userCode }) : refuse({ kind: "link_dead" });
}

/**
 * Sets the password a link was sent for: the link is used up, sessions end, and the guesses at that part of the
 * seat are forgotten. Refuses a dead link, what `parseNewPassword` refuses, and two that differ, which leave the link
 * as it was; of two uses at the same moment one is refused.
 */
export async function setHolderPassword(
  ports: Ports,
  actor: Gate,
  input: { readonly token: string; readonly password: string; readonly again: string },
): Promise<Result<undefined, SetHolderPasswordRefusal>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, input.token));
  if (!found) return refuse({ kind: "link_dead" });
  const { holding, linkId } = found;
  const password = parseNewPassword(input.password, knownOfHolder(holding), "beside");
  if (!password.ok) return password;
  if (password.value !== input.again.normalize("NFKC")) return refuse({ kind: "password_again" });
  const passwordHash = await hashHolderPassword(ports, holding.id, password.value);
  return ports.db.as(actor, async (tx) => {
    const held = await lockHolding(ports, tx, holding.id);
    const link = await takeSeatLink(tx, linkId, ports.clock.now());
    if (!link || !held || held.state === "ended") return refuse({ kind: "link_dead" });
    await keepNewPassword(ports, tx, held, { passwordHash, way: "by_link" });
    await dropTries(tx, held);
    const { agencyId, personId, id: subjectId } = held;
    await record(ports, tx, { action: "seat.password_set", actor, agencyId, personId, subjectId });
    return ok();
  });
}

async function openedBy(
  ports: Ports,
  tx: Tx,
  token: string,
): Promise<{ readonly linkId: string; readonly holding: KeptHolding } | null> {
  const linkId = readMailLinkToken(ports.keys.seatLink, token);
  const link = linkId === null ? null : await findOpenSeatLink(tx, linkId, ports.clock.now());
  const holding = link && (await findHolding(ports, tx, link.holdingId));
  return link && holding && holding.state !== "ended" ? { linkId: link.id, holding } : null;
}
