import { findAgencyPlace } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderName } from "../holding.ts";
import { certificateEnd, certificateStart } from "../soft-token.ts";
import { endActivation, type KeptActivation } from "../store/activation.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";
import { insertKey } from "../store/soft-token.ts";
import { holderActor } from "./key-actor.ts";
import { pinIdOf } from "./key-pin.ts";
import { tellHolder } from "./tell-holder.ts";

/** A key whose owner proved it, with its certificate and the hash of its PIN; not kept yet. */
export interface CertifiedKey extends LineUser {
  readonly publicKey: Uint8Array;
  readonly certificate: Uint8Array;
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly pinHash: Uint8Array;
  readonly device: string;
}

/** Who the certificate names, read before it is made. */
export interface CertificateSubject {
  readonly name: string;
  readonly userCode: string;
  readonly agency: string;
}

/** Whom the certificate of somebody in a seat names. */
export async function subjectOf(
  tx: Tx,
  { agencyId, userCode, facts }: KeptHolding,
): Promise<CertificateSubject> {
  const agency = await findAgencyPlace(tx, agencyId);
  return { name: holderName(facts), userCode, agency: agency?.nameTh ?? agencyId };
}

/**
 * Hashes the PIN and has the key certified for two years: outside any transaction, for both take their time. The key will
 * have the id of its activation, so that the phone knows under which name to keep it.
 */
export async function certifyKey(
  ports: Ports,
  asked: {
    readonly keyId: string;
    readonly subject: CertificateSubject;
    readonly publicKey: Uint8Array;
    readonly pin: string;
    readonly phone: LineUser;
    readonly device: string;
  },
): Promise<CertifiedKey> {
  const { keyId, subject, publicKey, pin, phone, device } = asked;
  const notBefore = certificateStart(ports.clock.now());
  const notAfter = certificateEnd(notBefore);
  const issued = await ports.tokenAuthority.issue({ ...subject, publicKey, notBefore, notAfter });
  const pinHash = await ports.pinHash.make(pin, pinIdOf(keyId));
  const { channel, lineUserId } = phone;
  return { ...issued, publicKey, notBefore, notAfter, pinHash, channel, lineUserId, device };
}

/** Keeps a certified key as the live one; the activation is used up, the holder told. Both are locked. Runs as the gate. */
export async function keepKey(
  ports: Ports,
  tx: Tx,
  { activation, holding, key }: { activation: KeptActivation; holding: KeptHolding; key: CertifiedKey },
): Promise<void> {
  const now = ports.clock.now();
  const { id } = activation;
  const { agencyId, issuerId, seatId, personId } = holding;
  const of = { agencyId, issuerId, seatId, holdingId: holding.id, personId };
  await insertKey(tx, { id, ...of, ...key, madeAt: now });
  await endActivation(tx, id, { softTokenId: id, now });
  await saveHolding(ports, tx, holding, { newKeyFrom: null, remindedDays: null });
  const isRenewal = activation.renewsId !== null;
  await tellHolder(ports, tx, holding, isRenewal ? "seat_renewed" : "seat_activated", { softTokenId: id });
  await record(ports, tx, {
    action: isRenewal ? "soft_token.renewed" : "soft_token.activated",
    actor: holderActor(of),
    subjectId: id,
    refs: { serial: key.serial, until: key.notAfter.toISOString(), before: activation.renewsId },
  });
}
