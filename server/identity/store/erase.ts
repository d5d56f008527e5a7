import { and, eq, or } from "drizzle-orm";
import {
  account,
  citizenLink,
  citizenPassword,
  contact,
  delegation,
  idCheck,
  idPicture,
  lineUser,
  noticeChoice,
  otp,
  person,
  phone,
  registration,
  session,
  thaidAttempt,
} from "../../../db/schema/index.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { PersonName } from "../../kernel/person-name.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { DelegationSides } from "../delegation-view.ts";
import type { PersonFacts } from "./person.ts";
import type { Phone } from "../../kernel/phone.ts";

type Sealer = Pick<Ports, "vault" | "random">;

/**
 * Ends every way in of a person: account, PIN, password, mailed links, sessions, and the ties to LINE users, who are
 * visitors from now on. Their unfinished walks and OTPs go too. Runs as the system.
 */
export async function deleteWaysIn(tx: Tx, personId: string): Promise<void> {
  const users = await tx
    .select({ channel: lineUser.channel, lineUserId: lineUser.lineUserId })
    .from(lineUser)
    .where(eq(lineUser.personId, personId));
  for (const { channel, lineUserId } of users) {
    await tx.delete(session).where(and(eq(session.channel, channel), eq(session.lineUserId, lineUserId)));
    await tx.delete(otp).where(and(eq(otp.channel, channel), eq(otp.lineUserId, lineUserId)));
    await tx
      .delete(registration)
      .where(and(eq(registration.channel, channel), eq(registration.lineUserId, lineUserId)));
  }
  await tx.update(lineUser).set({ personId: null, linkedAt: null }).where(eq(lineUser.personId, personId));
  await tx.delete(thaidAttempt).where(eq(thaidAttempt.personId, personId));
  await tx.delete(citizenLink).where(eq(citizenLink.personId, personId));
  await tx.delete(citizenPassword).where(eq(citizenPassword.personId, personId));
  await tx.delete(account).where(eq(account.personId, personId));
}

/** Forgets the phone of a person, and by which channels they wished to be told. Runs as the system. */
export async function deletePhone(tx: Tx, personId: string): Promise<void> {
  await tx.delete(phone).where(eq(phone.personId, personId));
  await tx.delete(noticeChoice).where(eq(noticeChoice.personId, personId));
}

/** Forgets e-mail and address of a person. Runs as the system. */
export async function deleteContact(tx: Tx, personId: string): Promise<void> {
  await tx.delete(contact).where(eq(contact.personId, personId));
}

/** Forgets a person's ID pictures and the checks that wait; answers where the pictures lie. Runs as the system. */
export async function deleteIdPictures(tx: Tx, personId: string): Promise<readonly string[]> {
  const gone = await tx
    .delete(idPicture)
    .where(eq(idPicture.personId, personId))
    .returning({ fileKey: idPicture.fileKey });
  await tx.delete(idCheck).where(and(eq(idCheck.personId, personId), eq(idCheck.state, "waiting")));
  return gone.map(({ fileKey }) => fileKey);
}

/**
 * Ends what a person agreed with others, and seals every such row anew under a new key without names, numbers and
 * phones. Runs as the system.
 */
export async function emptyDelegations(ports: Sealer, tx: Tx, personId: string, now: Date): Promise<void> {
  const rows = await tx
    .select({ id: delegation.id, endedAt: delegation.endedAt })
    .from(delegation)
    .where(or(eq(delegation.askerId, personId), eq(delegation.forId, personId)));
  const nobody = { askerName: "", forName: null, forCitizenId: erasedCitizenId, phone: "" as Phone };
  for (const { id, endedAt } of rows) {
    const dataKey = ports.vault.newDataKey();
    const sealed = ports.vault.seal(
      dataKey,
      { table: "delegation", rowId: id },
      nobody satisfies DelegationSides,
    );
    const end = endedAt === null ? { state: "ended", endedAt: now, endedBy: personId } : {};
    await tx
      .update(delegation)
      .set({ dataKey, sealed, ...end })
      .where(eq(delegation.id, id));
  }
}

/** Stands where a number was: it has the length of one and belongs to nobody. */
export const erasedCitizenId = "0000000000000" as CitizenId;
const erasedFacts: PersonFacts = {
  citizenId: erasedCitizenId,
  firstName: "ลบข้อมูลแล้ว" as PersonName,
  lastName: null,
  birth: null,
};

/**
 * Destroys a person's own key: under a new one stands only that the data was erased. The blind index becomes a random
 * one, so that the same number registers later as somebody new. Runs as the system, last of all.
 */
export async function shredPerson(ports: Sealer, tx: Tx, personId: string): Promise<void> {
  const dataKey = ports.vault.newDataKey();
  await tx
    .update(person)
    .set({
      dataKey,
      sealed: ports.vault.seal(dataKey, { table: "person", rowId: personId }, erasedFacts),
      citizenIndex: ports.random.bytes(32),
    })
    .where(eq(person.id, personId));
  await tx.update(idCheck).set({ said: null }).where(eq(idCheck.personId, personId));
}
