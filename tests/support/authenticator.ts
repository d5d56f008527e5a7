import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

interface AskedToAdd {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
}

interface AskedToProve {
  readonly challenge: string;
  readonly rpId?: string;
}

/** What a test makes go wrong. */
export interface Twist {
  /** The page the browser says it is on. */
  readonly origin?: string;
  readonly challenge?: string;
  readonly rpId?: string;
  /** The count the authenticator tells, instead of the next. */
  readonly counter?: number;
}

/** A security key in software: one ES256 credential that counts its uses (WebAuthn level 3, §6). */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32).toString("base64url");
  readonly #privateKey: KeyObject;
  readonly #publicKey: Uint8Array;
  readonly #origin: string;
  #counter = 0;

  constructor(origin: string) {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = pair.publicKey.export({ format: "jwk" });
    this.#origin = origin;
    this.#privateKey = pair.privateKey;
    this.#publicKey = isoCBOR.encode(
      // COSE: EC2 key, ES256, P-256, both coordinates (RFC 9053).
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]),
    );
  }

  /** Makes its credential known: the answer to `navigator.credentials.create`. */
  create(asked: object, twist: Twist = {}): object {
    const { challenge, rp } = asked as AskedToAdd;
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const credential = Buffer.concat([Buffer.alloc(16), length, id, this.#publicKey]);
    const authData = this.#told(twist.rpId ?? rp.id ?? "", 0x41, twist, credential);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url");
    const clientDataJSON = this.#client("webauthn.create", challenge, twist).toString("base64url");
    return this.#answer({ attestationObject, clientDataJSON, transports: ["usb"] });
  }

  /** Proves its credential: the answer to `navigator.credentials.get`. */
  prove(asked: object, twist: Twist = {}): object {
    const { challenge, rpId } = asked as AskedToProve;
    this.#counter += 1;
    const authenticatorData = this.#told(twist.rpId ?? rpId ?? "", 0x01, twist);
    const client = this.#client("webauthn.get", challenge, twist);
    const signed = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
    return this.#answer({
      authenticatorData: authenticatorData.toString("base64url"),
      clientDataJSON: client.toString("base64url"),
      signature: sign("sha256", signed, this.#privateKey).toString("base64url"),
    });
  }

  #answer(response: object): object {
    return { id: this.id, rawId: this.id, type: "public-key", clientExtensionResults: {}, response };
  }

  /** The authenticator data: whose page, what was done, how many uses, and a new credential. */
  #told(rpId: string, flags: number, { counter }: Twist, credential = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.#counter);
    return Buffer.concat([
      createHash("sha256").update(rpId).digest(),
      Buffer.from([flags]),
      count,
      credential,
    ]);
  }

  #client(type: string, asked: string, { origin, challenge }: Twist): Buffer {
    const told = { type, challenge: challenge ?? asked, origin: origin ?? this.#origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(told));
  }
}
