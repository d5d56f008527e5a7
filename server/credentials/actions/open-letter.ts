import { findAgencyPlace } from "../../agencies/store/office.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readPassword } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { hashHolderPassword } from "../desk/holder-password.ts";
import { holderName } from "../holding.ts";
import { letterPassword, letterPasswordBytes } from "../letter-password.ts";
import type { LetterFor, OpenLetter } from "../letter-view.ts";
import { findHolding, lockHolding, saveHolding, type KeptHolding } from "../store/holding.ts";
import { findLetter, markLetterOpened, type KeptLetter } from "../store/seat-letter.ts";
import { dropTries } from "../store/seat-try.ts";
import { useUpSeatLinks } from "../store/seat-link.ts";

export type OpenLetterRefusal =
  | { readonly kind: "letter_not_found" }
  /** It was opened before: what it said stands nowhere any more. */
  | { readonly kind: "letter_opened" }
  /** The person it was for does not wait to come in any more. */
  | { readonly kind: "letter_outlived" };

/** A sealed letter of the actor's office, without what it says. Refuses any other as not found. */
export async function seeLetter(
  ports: Ports,
  actor: Staff,
  { letterId }: { readonly letterId: string },
): Promise<Result<LetterFor, OpenLetterRefusal>> {
  if (!isUuid(letterId)) return refuse({ kind: "letter_not_found" });
  return ports.db.as(actor, async (tx) => {
    const letter = await findLetter(tx, letterId);
    const holding = letter && (await findHolding(ports, tx, letter.holdingId));
    if (!holding || letter.issuerId !== actor.agencyId) return refuse({ kind: "letter_not_found" });
    return ok(await letterFor(ports, tx, letter, holding));
  });
}

/**
 * Opens a sealed letter: the password is made now, shown once, and kept as a hash alone, to be changed at the first
 * sign-in. Links that were sent before are worth nothing any more, and guesses at that part of the seat are forgotten. Of two who open at the same moment one sees it.
 * Refuses a letter of another office as not found, one that was opened, and one whose person came in or went meanwhile.
 */
export async function openLetter(
  ports: Ports,
  actor: Staff,
  { letterId }: { readonly letterId: string },
): Promise<Result<OpenLetter, OpenLetterRefusal>> {
  const seen = await seeLetter(ports, actor, { letterId });
  if (!seen.ok) return seen;
  if (seen.value.opened) return refuse({ kind: "letter_opened" });
  const { holdingId } = seen.value;
  const password = newPassword(ports);
  const passwordHash = await hashHolderPassword(ports, holdingId, password);
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockHolding(ports, tx, holdingId);
    if (holding?.state !== "named") return refuse({ kind: "letter_outlived" });
    const now = ports.clock.now();
    if (!(await markLetterOpened(tx, letterId, { by: actor.staffId, now })))
      return refuse({ kind: "letter_opened" });
    const change = { passwordHash, passwordSetAt: now, mustChangePassword: true };
    await saveHolding(ports, tx, holding, change);
    await useUpSeatLinks(tx, holdingId, now);
    await dropTries(tx, holding);
    const { personId, agencyId } = holding;
    const action = "seat_letter.opened";
    await record(ports, tx, { action, actor, personId, agencyId, subjectId: letterId, refs: { holdingId } });
    return ok({ ...seen.value, opened: { at: now, by: null }, password });
  });
}

async function letterFor(ports: Ports, tx: Tx, letter: KeptLetter, holding: KeptHolding): Promise<LetterFor> {
  const place = await findAgencyPlace(tx, holding.agencyId);
  if (!place) throw new Error("a letter to an agency that is not there");
  const { openedAt, openedBy } = letter;
  const names = await listStaffNames(ports, tx, openedBy === null ? [] : [openedBy]);
  const { seatId, userCode, right, part, facts, passwordSetAt, mustChangePassword } = holding;
  return {
    ...{ letterId: letter.id, holdingId: holding.id, seatId, userCode, right, part },
    name: holderName(facts),
    position: facts.position,
    agency: { nameTh: place.nameTh, nameEn: place.nameEn },
    madeAt: letter.madeAt,
    opened: openedAt === null ? null : { at: openedAt, by: names.get(openedBy ?? "") ?? null },
    isNamed: holding.state === "named",
    hasOwnPassword: passwordSetAt !== null && !mustChangePassword,
  };
}

function newPassword(ports: Pick<Ports, "random">) {
  const made = letterPassword(ports.random.bytes(letterPasswordBytes));
  const password = made === null ? null : readPassword(made);
  if (password === null) throw new Error("no password came of so many random bytes");
  return password;
}
