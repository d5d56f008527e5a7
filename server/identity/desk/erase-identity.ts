import type { Ports, Tx } from "../../ports.ts";
import { queue as endFiles } from "../../privacy/store/file-end.ts";
import {
  deleteContact,
  deleteIdPictures,
  deletePhone,
  deleteWaysIn,
  emptyDelegations,
  shredPerson,
} from "../store/erase.ts";
import { deleteProfilePicture } from "../store/profile-picture.ts";
import { lockOpenErasure, putErasure, settleErasure } from "../store/erasure.ts";

/**
 * Ends at once what of a person nothing holds: every way in, phone, ID and profile pictures, what was agreed with others; and writes
 * down that it was asked. Name and number stay until `finishErasure`. Runs as the system.
 */
export async function beginErasure(ports: Ports, tx: Tx, personId: string): Promise<void> {
  const now = ports.clock.now();
  await putErasure(tx, personId, now);
  await deleteWaysIn(tx, personId, now);
  await deletePhone(tx, personId);
  await endFiles(tx, await deleteIdPictures(tx, personId), now);
  await endFiles(tx, await deleteProfilePicture(tx, personId), now);
  await emptyDelegations(ports, tx, personId, now);
}

/**
 * Holds a person whose erasure is open, so that it is carried on by one at a time, and nobody asks anew or opens an account
 * meanwhile. False: it is over. Runs as the system.
 */
export async function holdErasure(tx: Tx, personId: string): Promise<boolean> {
  return lockOpenErasure(tx, personId);
}

/** Forgets e-mail and address, when no result is on the way any more. Runs as the system. */
export async function forgetContact(tx: Tx, personId: string): Promise<void> {
  await deleteContact(tx, personId);
}

/** Destroys the person's own key, last of all. Runs as the system. */
export async function finishErasure(ports: Ports, tx: Tx, personId: string): Promise<void> {
  await shredPerson(ports, tx, personId);
  await settleErasure(tx, personId, { endedAt: ports.clock.now() });
}

/** The person opened an account again: what was held is theirs, and nothing more is erased. Runs as the system. */
export async function endErasureByReturn(ports: Ports, tx: Tx, personId: string): Promise<void> {
  await settleErasure(tx, personId, { returnedAt: ports.clock.now() });
}
