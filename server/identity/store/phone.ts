import { eq } from "drizzle-orm";
import { phone } from "../../../db/schema/index.ts";
import type { Phone } from "../../kernel/phone.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports, Tx } from "../../ports.ts";

type Sealer = Pick<Ports, "vault" | "keys">;

/** A person as far as their phone goes: the id, and the data key that seals the number. */
export interface PhoneOwner {
  readonly id: string;
  readonly dataKey: Uint8Array;
}

/** The phone a person proved, or null. */
export async function findPhone(ports: Sealer, tx: Tx, owner: PhoneOwner): Promise<Phone | null> {
  const [row] = await tx.select().from(phone).where(eq(phone.personId, owner.id));
  return row ? ports.vault.open<Phone>(owner.dataKey, placeOf(owner.id), row.sealed) : null;
}

/** True when `number` is the phone on file, compared by blind index. */
export async function isPhoneOnFile(
  ports: Sealer,
  tx: Tx,
  personId: string,
  number: Phone,
): Promise<boolean> {
  const [row] = await tx.select({ kept: phone.phoneIndex }).from(phone).where(eq(phone.personId, personId));
  return row !== undefined && sameBytes(row.kept, ports.keys.blindIndex("phone", number));
}

/** The people whose phone on file this is: a family may share one. Runs as the gate. */
export async function listPeopleByPhone(ports: Sealer, tx: Tx, number: Phone): Promise<readonly string[]> {
  const index = ports.keys.blindIndex("phone", number);
  const rows = await tx
    .select({ personId: phone.personId })
    .from(phone)
    .where(eq(phone.phoneIndex, index))
    .limit(2);
  return rows.map(({ personId }) => personId);
}

/** Keeps a phone that was just proven by OTP; it takes the place of the one before. */
export async function putPhone(
  ports: Sealer,
  tx: Tx,
  owner: PhoneOwner,
  number: Phone,
  now: Date,
): Promise<void> {
  const values = {
    phoneIndex: ports.keys.blindIndex("phone", number),
    sealed: ports.vault.seal(owner.dataKey, placeOf(owner.id), number),
    provenAt: now,
  };
  await tx
    .insert(phone)
    .values({ personId: owner.id, ...values })
    .onConflictDoUpdate({ target: phone.personId, set: values });
}

function placeOf(rowId: string) {
  return { table: "phone", rowId };
}
