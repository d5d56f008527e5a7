import { isAuthority } from "./adapters/card-proofs.ts";
import { isAuthorityOf, type TokenAuthorityKey } from "./adapters/token-authority.ts";
import { parseSender, type MailSender } from "./adapters/mail-address.ts";
import { readPrivateKey, readPublicKey, type P256PrivateKey, type P256PublicKey } from "./kernel/p256-key.ts";
import type { MasterKey } from "./adapters/vault.ts";

/** One setting that is missing or wrong: its name, and what is expected. */
export interface WrongSetting {
  readonly name: string;
  readonly expected: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const keyShape = "32 bytes in base64";

/** Reads single settings out of an environment; what is missing or wrong is added to `wrong` under its name. */
export class SettingReader {
  readonly #env: Environment;
  readonly #wrong: WrongSetting[];

  constructor(env: Environment, wrong: WrongSetting[]) {
    this.#env = env;
    this.#wrong = wrong;
  }

  #say<T>(name: string, expected: string, instead: T): T {
    this.#wrong.push({ name, expected });
    return instead;
  }

  /** The value, or undefined when unset or empty. */
  optional(name: string): string | undefined {
    return this.#env[name] || undefined;
  }

  text(name: string, otherwise: string): string {
    return this.optional(name) ?? otherwise;
  }

  required(name: string, expected: string): string {
    return this.optional(name) ?? this.#say(name, expected, "");
  }

  /** A shared secret of at least 32 characters; null when unset. */
  secret(name: string): string | null {
    const value = this.optional(name);
    if (value === undefined) return null;
    return /^[!-~]{32,}$/.test(value)
      ? value
      : this.#say(name, "at least 32 characters without blanks", null);
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.optional(name);
    if (value === undefined) return otherwise;
    return value === "1" || value === "0" ? value === "1" : this.#say(name, "1 or 0", otherwise);
  }

  port(name: string, otherwise: number): number {
    const value = this.optional(name);
    if (value === undefined) return otherwise;
    const port = Number(value);
    const right = /^\d+$/.test(value) && port > 0 && port < 65_536;
    return right ? port : this.#say(name, "a port from 1 to 65535", otherwise);
  }

  oneOf<const T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const value = this.optional(name);
    if (value === undefined) return otherwise;
    return (
      values.find((known) => known === value) ?? this.#say(name, `one of ${values.join(", ")}`, otherwise)
    );
  }

  /** Comma-separated values of a closed set, each once; none when unset or `none`. */
  listOf<const T extends string>(name: string, values: readonly T[]): readonly T[] {
    const given = this.list(name).filter((value) => value !== "none");
    const known = values.filter((value) => given.includes(value));
    const isRight = given.length === known.length;
    if (!isRight) return this.#say(name, `none, or some of ${values.join(", ")}`, []);
    return given.flatMap((value) => known.filter((each) => each === value));
  }

  /** Comma-separated values; none when unset. */
  list(name: string): readonly string[] {
    return (this.optional(name) ?? "").split(",").flatMap((value) => value.trim() || []);
  }

  /** The address of map pictures: https, or a path of ours, with {z}, {x} and {y} in it; null when unset. */
  tiles(name: string): string | null {
    const value = this.optional(name);
    if (value === undefined) return null;
    const right =
      /^(https:\/\/|\/)/.test(value) && ["{z}", "{x}", "{y}"].every((part) => value.includes(part));
    return right ? value : this.#say(name, "an https address with {z}, {x} and {y}", null);
  }

  /** An http(s) origin without a path: what a base address of another service must be. */
  origin(name: string, otherwise: string): string {
    const value = this.optional(name);
    if (value === undefined) return otherwise;
    const url = parseUrl(value);
    const right = url !== null && url.pathname === "/" && url.search === "" && /^https?:$/.test(url.protocol);
    return right ? url.origin : this.#say(name, "an origin such as https://host, without a path", otherwise);
  }

  /** Where another service is asked, path and all: https, but for this machine. */
  address(name: string, otherwise: string): string {
    const url = parseUrl(this.text(name, otherwise));
    const isSafe = url !== null && (url.protocol === "https:" || (url.protocol === "http:" && isLocal(url)));
    const right = isSafe && url.username === "" && url.password === "";
    return right ? url.href : this.#say(name, "https://host/path (http: localhost only)", otherwise);
  }

  /** The address people open: https, but for localhost, *.localhost and 127.0.0.1. */
  publicUrl(name: string, otherwise: string): URL {
    const url = parseUrl(this.text(name, otherwise));
    if (url !== null && url.pathname === "/" && (url.protocol === "https:" || isLocal(url))) return url;
    const expected = "https://host without a path (http only for localhost, *.localhost and 127.0.0.1)";
    return this.#say(name, expected, new URL(otherwise));
  }

  /** Where mails are handed over; null when unset. Plain HTTP for this machine only. */
  mailUrl(name: string): URL | null {
    const value = this.optional(name);
    if (value === undefined) return null;
    const url = parseUrl(value);
    const right = url !== null && url.hostname !== "" && isMailUrl(url) && hasReadableLogin(url);
    const expected =
      "smtp://user:password@host:port, smtps://… or https://token@host/path (http: localhost only)";
    return right ? url : this.#say(name, expected, null);
  }

  /** `Name <address>` or an address. */
  mailSender(name: string): MailSender {
    const sender = parseSender(this.text(name, ""));
    return sender ?? this.#say(name, "an address such as Pratu <no-reply@host>", { name: "", address: "" });
  }

  /** A bucket's name by the rules of S3. */
  bucket(name: string): string {
    const value = this.text(name, "");
    const right = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value);
    return right ? value : this.#say(name, "a bucket's name: 3 to 63 of a-z, 0-9, dots and hyphens", "");
  }

  /** The certificate of an authority in PEM, as it is or with \n written for its line ends; null when unset. */
  certificate(name: string): string | null {
    const value = this.optional(name)?.replaceAll("\\n", "\n").trim();
    if (value === undefined) return null;
    return isAuthority(value) ? value : this.#say(name, "the certificate of an authority, in PEM", null);
  }

  /** The pair of an authority (PKCS #8 in DER, as base64) and its certificate (PEM): both, or neither. */
  authority(keyName: string, certificateName: string): TokenAuthorityKey | null {
    const [text, certificate] = [this.optional(keyName), this.certificate(certificateName)];
    if (text === undefined && this.optional(certificateName) === undefined) return null;
    if (text === undefined || readPrivateKey(text) === null) {
      return this.#say(keyName, "a private key on P-256: PKCS #8 in DER, as base64", null);
    }
    const key = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    if (certificate !== null && isAuthorityOf(certificate, key)) return { key, certificate };
    const isNamed = certificate === null && this.optional(certificateName) !== undefined;
    return isNamed
      ? null
      : this.#say(certificateName, `the certificate of the key in ${keyName}, in PEM`, null);
  }

  key(name: string): Uint8Array {
    const value = this.optional(name);
    return (value && keyBytes(value)) || this.#say(name, keyShape, new Uint8Array(32));
  }

  /** The pair that signs: a private key on P-256, as PKCS #8. */
  signingKey(name: string): P256PrivateKey {
    const key = readPrivateKey(this.text(name, ""));
    return (
      key ?? this.#say(name, "a private key on P-256: PKCS #8 in DER, as base64", { d: "", x: "", y: "" })
    );
  }

  /** Public keys of pairs that signed before; none when unset. */
  publicKeys(name: string): readonly P256PublicKey[] {
    const keys = this.list(name).map(readPublicKey);
    const right = keys.filter((key) => key !== null);
    const expected = "a list of public keys on P-256: SubjectPublicKeyInfo in DER, as base64";
    return right.length === keys.length ? right : this.#say(name, expected, []);
  }

  /** `id:base64,id:base64`; the first is current, the others still open what they sealed. */
  masterKeys(name: string): readonly [MasterKey, ...MasterKey[]] {
    const keys = this.list(name).map((entry): MasterKey | null => {
      const [, id, text] = /^([A-Za-z0-9_-]{1,32}):(.+)$/.exec(entry) ?? [];
      const key = text ? keyBytes(text) : null;
      return id && key ? { id, key } : null;
    });
    const [first, ...rest] = keys;
    const unusable: readonly [MasterKey] = [{ id: "", key: new Uint8Array(32) }];
    if (!first || rest.includes(null))
      return this.#say(name, `a list id:key, each key ${keyShape}`, unusable);
    return [first, ...rest.filter((key) => key !== null)];
  }
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isMailUrl(url: URL): boolean {
  const isHttp = url.protocol === "https:" || (url.protocol === "http:" && isLocal(url));
  if (isHttp) return true;
  return /^smtps?:$/.test(url.protocol) && /^\/?$/.test(url.pathname) && url.search === "";
}

/** Percent-encoded as URLs want it, and no password without a user. */
function hasReadableLogin({ protocol, username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  return username !== "" || password === "" || /^https?:$/.test(protocol);
}

/** True for the addresses that browsers treat as secure without TLS. */
export function isLocal(url: URL): boolean {
  return url.hostname === "localhost" || url.hostname.endsWith(".localhost") || url.hostname === "127.0.0.1";
}

function keyBytes(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
