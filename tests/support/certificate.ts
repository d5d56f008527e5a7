import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";

/** A key and a certificate that signs itself, both PEM, made for one run: nothing to keep secret, nothing to expire. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for `localhost` and 127.0.0.1, valid for the two days around now (X.509 in DER, RFC 5280). */
export function makeCertificate(): Certificate {
  const pair = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const name = der(0x30, der(0x31, der(0x30, objectId("550403"), der(0x0c, Buffer.from("localhost")))));
  const algorithm = der(0x30, objectId("2a8648ce3d040302"));
  const day = 24 * 60 * 60_000;
  const validity = der(0x30, utcTime(Date.now() - day), utcTime(Date.now() + day));
  const names = der(0x30, der(0x82, Buffer.from("localhost")), der(0x87, Buffer.from([127, 0, 0, 1])));
  const isAuthority = der(0x30, der(0x01, Buffer.from([0xff])));
  const extensions = der(
    0xa3,
    der(
      0x30,
      der(0x30, objectId("551d11"), der(0x04, names)),
      der(0x30, objectId("551d13"), der(0x01, Buffer.from([0xff])), der(0x04, isAuthority)),
    ),
  );
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.from([1]));
  const body = der(0x30, version, serial, algorithm, name, validity, name, pair.publicKey, extensions);
  const signature = sign("sha256", body, createPrivateKey(pair.privateKey));
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").replace(/(.{64})/g, "$1\n");
  return { key: pair.privateKey, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function utcTime(at: number): Buffer {
  return der(
    0x17,
    Buffer.from(
      new Date(at)
        .toISOString()
        .replace(/[-T:]|\.\d+/g, "")
        .slice(2),
    ),
  );
}
