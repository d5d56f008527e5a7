import { createHmac, hkdfSync } from "node:crypto";
import { writePublicKey, type P256PrivateKey, type P256PublicKey } from "../kernel/p256-key.ts";
import type { Mac } from "../kernel/mac.ts";
import { verifierOf } from "../visits/code-key.ts";
import { makeCodeSigner, publicKeyOf } from "./code-signer.ts";
import { indexNames, type IndexName, type Keys } from "../ports.ts";

/** The secrets of a deployment: 32 bytes each, but for the pairs that sign. */
export interface KeyMaterial {
  readonly index: Uint8Array;
  readonly serviceCode: Uint8Array;
  readonly qr: Uint8Array;
  readonly pinPepper: Uint8Array;
  readonly otp: Uint8Array;
  readonly codeSigning: P256PrivateKey;
  /** Public halves of earlier pairs, whose tokens still open. */
  readonly codeOld: readonly P256PublicKey[];
  /** The pair that signs checkpoints of the audit, and the public halves before it. */
  readonly auditSigning: P256PrivateKey;
  readonly auditOld: readonly P256PublicKey[];
}

/**
 * The keys port: every blind index gets a key of its own, derived from INDEX_KEY by its name, and so do links sent by
 * mail, from OTP_KEY: both are proofs that are made again at sending and stand nowhere.
 */
export function makeKeys(material: KeyMaterial): Keys {
  const indexes = new Map<IndexName, Mac>(
    indexNames.map((name) => [name, derivedMac(material.index, `index:${name}`)]),
  );
  return {
    qr: macWith(material.qr),
    otp: macWith(material.otp),
    staffLink: derivedMac(material.otp, "staff-link"),
    citizenLink: derivedMac(material.otp, "citizen-link"),
    openIdSubject: derivedMac(material.index, "openid-subject"),
    seatLink: derivedMac(material.otp, "seat-link"),
    pinPepper: macWith(material.pinPepper),
    serviceCode: material.serviceCode,
    codeSigner: makeCodeSigner(material.codeSigning),
    codePublicKeys: [material.codeSigning, ...material.codeOld].map(publicKeyOf),
    auditSigner: makeCodeSigner(material.auditSigning),
    auditPublicKeys: [material.auditSigning, ...material.auditOld].map(writePublicKey),
    verifyAudit: verifierOf([material.auditSigning, ...material.auditOld].map(publicKeyOf)),
    closingCode: derived(material.serviceCode, "closing-code"),
    blindIndex: (name, text) => {
      const mac = indexes.get(name);
      if (!mac) throw new Error(`no blind index named ${name}`);
      return mac(text);
    },
  };
}

function derivedMac(secret: Uint8Array, name: string): Mac {
  return macWith(derived(secret, name));
}

function derived(secret: Uint8Array, name: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", name, 32));
}

function macWith(key: Uint8Array): Mac {
  return (message) => createHmac("sha256", key).update(message).digest();
}
