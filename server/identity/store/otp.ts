import { and, desc, eq, isNull } from "drizzle-orm";
import { otp, otpThrottle } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Phone } from "../../kernel/phone.ts";
import type { Ports, Tx } from "../../ports.ts";
import { noOtpTries, type OtpTries } from "../otp-throttle.ts";
import type { KeptOtp, OtpPurpose } from "../otp.ts";

/** Whose OTPs, and for what: wrong answers are counted by this pair. */
export interface OtpSubject {
  readonly user: LineUser;
  readonly purpose: OtpPurpose;
}

export interface KeptOtpRow extends KeptOtp {
  /** What exactly it was asked for: a draft, a delegation, an account. */
  readonly subjectId: string;
  readonly purpose: OtpPurpose;
  readonly reference: string;
  readonly phone: Phone;
}

type Sealer = Pick<Ports, "vault" | "keys">;

/** How answers stood so far, held until the transaction ends: requests and answers sent at once take turns. */
export async function lockOtpTries(tx: Tx, subject: OtpSubject, now: Date): Promise<OtpTries> {
  const { user, purpose } = subject;
  const { channel, lineUserId } = user;
  await tx
    .insert(otpThrottle)
    .values({ channel, lineUserId, purpose, ...noOtpTries(now) })
    .onConflictDoNothing();
  const [row] = await tx.select().from(otpThrottle).where(isThrottle(subject)).for("update");
  if (!row) throw new Error("the OTP tries that were just kept are not there");
  const { wrongInRow, wrongSinceDay, dayStartedAt, closedUntil } = row;
  return { wrongInRow, wrongSinceDay, dayStartedAt, closedUntil };
}

export async function saveOtpTries(tx: Tx, subject: OtpSubject, tries: OtpTries): Promise<void> {
  await tx.update(otpThrottle).set(tries).where(isThrottle(subject));
}

/** When the last OTP of this subject was made; null: never. */
export async function findLastOtpAt(tx: Tx, { user, purpose }: OtpSubject): Promise<Date | null> {
  const [row] = await tx
    .select({ createdAt: otp.createdAt })
    .from(otp)
    .where(isOf(user, purpose))
    .orderBy(desc(otp.createdAt))
    .limit(1);
  return row?.createdAt ?? null;
}

export interface NewOtp extends OtpSubject {
  readonly id: string;
  readonly subjectId: string;
  readonly phone: Phone;
  readonly reference: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a new OTP; it takes the place of those before. The digits are not kept. */
export async function insertOtp(ports: Sealer, tx: Tx, made: NewOtp): Promise<void> {
  const { user, phone, ...row } = made;
  await tx
    .update(otp)
    .set({ replacedAt: made.createdAt })
    .where(and(isOf(user, made.purpose), isNull(otp.usedAt), isNull(otp.replacedAt)));
  const dataKey = ports.vault.newDataKey();
  await tx.insert(otp).values({
    ...row,
    channel: user.channel,
    lineUserId: user.lineUserId,
    phoneIndex: ports.keys.blindIndex("phone", phone),
    dataKey,
    sealedPhone: ports.vault.seal(dataKey, { table: "otp", rowId: made.id }, phone),
  });
}

/** The OTP of an id, if it was asked for by this user and for this. */
export async function findOtp(
  ports: Sealer,
  tx: Tx,
  { user, purpose }: OtpSubject,
  id: string,
): Promise<KeptOtpRow | null> {
  const [row] = await tx
    .select()
    .from(otp)
    .where(and(eq(otp.id, id), isOf(user, purpose)));
  return row ? keptOf(ports, row) : null;
}

/** The last OTP that was asked for one thing (a delegation, a change of phone), if any. */
export async function findLastOtp(
  ports: Sealer,
  tx: Tx,
  { user, purpose }: OtpSubject,
  subjectId: string,
): Promise<KeptOtpRow | null> {
  const [row] = await tx
    .select()
    .from(otp)
    .where(and(isOf(user, purpose), eq(otp.subjectId, subjectId)))
    .orderBy(desc(otp.createdAt))
    .limit(1);
  return row ? keptOf(ports, row) : null;
}

/** The OTP behind a notice, for whoever writes the SMS. Runs as the system. */
export async function findOtpToSend(ports: Sealer, tx: Tx, id: string): Promise<KeptOtpRow | null> {
  const [row] = await tx.select().from(otp).where(eq(otp.id, id));
  return row ? keptOf(ports, row) : null;
}

/** Marks an OTP used: it works once. */
export async function markOtpUsed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(otp).set({ usedAt: now }).where(eq(otp.id, id));
}

function keptOf(ports: Sealer, row: typeof otp.$inferSelect): KeptOtpRow {
  const { id, subjectId, reference, createdAt, expiresAt, usedAt, replacedAt } = row;
  const phone = ports.vault.open<Phone>(row.dataKey, { table: "otp", rowId: id }, row.sealedPhone);
  const purpose = row.purpose as OtpPurpose;
  return { id, subjectId, purpose, reference, createdAt, expiresAt, usedAt, replacedAt, phone };
}

function isOf({ channel, lineUserId }: LineUser, purpose: OtpPurpose) {
  return and(eq(otp.channel, channel), eq(otp.lineUserId, lineUserId), eq(otp.purpose, purpose));
}

function isThrottle({ user, purpose }: OtpSubject) {
  return and(
    eq(otpThrottle.channel, user.channel),
    eq(otpThrottle.lineUserId, user.lineUserId),
    eq(otpThrottle.purpose, purpose),
  );
}
