import { and, eq, inArray, or } from "drizzle-orm";
import {
  account,
  chat,
  citizenLink,
  citizenPassword,
  consent,
  contact,
  delegation,
  idCheck,
  idPicture,
  lineUser,
  notice,
  noticeChoice,
  otp,
  otpThrottle,
  person,
  phone,
  registration,
  scanTicket,
  session,
  thaidAttempt,
} from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { PersonName } from "../../kernel/person-name.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { DelegationSides } from "../delegation-view.ts";
import { noCitizenId, type PersonFacts } from "./person.ts";
import type { Phone } from "../../kernel/phone.ts";

type Sealer = Pick<Ports, "vault" | "random">;

/**
 * Ends every way in of a person: account, PIN, password, mailed links, sessions, and their LINE users with everything
 * that stands under them. Who writes in the chat afterwards is met as a stranger. Runs as the system.
 */
export async function deleteWaysIn(tx: Tx, personId: string, now: Date): Promise<void> {
  const users = await tx
    .select({ channel: lineUser.channel, lineUserId: lineUser.lineUserId })
    .from(lineUser)
    .where(eq(lineUser.personId, personId));
  for (const user of users) await forgetLineUser(tx, user, now);
  await tx.delete(thaidAttempt).where(eq(thaidAttempt.personId, personId));
  await tx.delete(citizenLink).where(eq(citizenLink.personId, personId));
  await tx.delete(citizenPassword).where(eq(citizenPassword.personId, personId));
  await tx.delete(account).where(eq(account.personId, personId));
}

/** The chat, what was begun in it, and whom it was. What was to be sent there is dropped; what was sent names nobody. */
async function forgetLineUser(tx: Tx, { channel, lineUserId }: LineUser, now: Date): Promise<void> {
  for (const table of [chat, session, otp, otpThrottle, registration, scanTicket, lineUser]) {
    await tx.delete(table).where(and(eq(table.channel, channel), eq(table.lineUserId, lineUserId)));
  }
  const theirs = and(eq(notice.channel, channel), eq(notice.lineUserId, lineUserId));
  await tx
    .update(notice)
    .set({ state: "dropped", failure: "erased", settledAt: now, claimedUntil: null })
    .where(and(theirs, inArray(notice.state, ["waiting", "claimed"])));
  await tx.update(notice).set({ lineUserId: "", replyToken: null, replyUntil: null }).where(theirs);
  await tx
    .update(consent)
    .set({ lineUserId: "" })
    .where(and(eq(consent.channel, channel), eq(consent.lineUserId, lineUserId)));
}

/**
 * Forgets the phone of a person with every OTP that went to it (who joined by the web asked for theirs as a visitor
 * nobody knew yet), and by which channels they wished to be told. Runs as the system.
 */
export async function deletePhone(tx: Tx, personId: string): Promise<void> {
  const theirs = tx.select({ index: phone.phoneIndex }).from(phone).where(eq(phone.personId, personId));
  await tx.delete(otp).where(inArray(otp.phoneIndex, theirs));
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

export const erasedCitizenId = noCitizenId;
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
