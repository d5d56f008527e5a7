import type { Actor } from "./kernel/actor.ts";
import type { Archive } from "./kernel/archive-port.ts";
import type { Jwts } from "./kernel/jwt-port.ts";
import type { Log } from "./kernel/log-port.ts";
import type { Mac } from "./kernel/mac.ts";
import type { Line, LineSignIn, Mail, Sms } from "./kernel/message-ports.ts";
import type { CardProofs, Passkeys } from "./kernel/proof-ports.ts";
import type { Area, Subdistrict } from "./kernel/gazetteer.ts";
import type { PdfDocument } from "./kernel/pdf-document.ts";
import type { ThaId } from "./kernel/thaid-port.ts";
import type { DeviceKeys, TokenAuthority } from "./kernel/token-ports.ts";
import type { Proofing } from "./kernel/proofing-port.ts";
import type { Files, Pictures } from "./kernel/file-ports.ts";
import type { ReadTable, TableLimits } from "./kernel/workbook.ts";
import type { CodePublicKey } from "./visits/code-key.ts";
import type { CodeSigner, VerifyCode } from "./visits/code-token.ts";
import type { ReceiverAnswer } from "./systems/webhook.ts";
import type { Sql } from "postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";

export * from "./kernel/archive-port.ts";
export * from "./kernel/file-ports.ts";
export * from "./kernel/jwt-port.ts";
export * from "./kernel/log-port.ts";
export * from "./kernel/message-ports.ts";
export * from "./kernel/proof-ports.ts";
export * from "./kernel/proofing-port.ts";
export * from "./kernel/thaid-port.ts";
export * from "./kernel/token-ports.ts";

/** Everything that lies outside the domain, each with a real maker and a stand-in that behaves like it. */
export interface Ports {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly jwts: Jwts;
  readonly vault: Vault;
  readonly pinHash: PinHash;
  readonly line: Line;
  readonly lineSignIn: LineSignIn;
  readonly sms: Sms;
  readonly mail: Mail;
  readonly hooks: Hooks;
  readonly cardRegistry: CardRegistry;
  readonly gazetteer: Gazetteer;
  readonly workbook: Workbook;
  readonly pdf: Pdf;
  readonly archive: Archive;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly passkeys: Passkeys;
  readonly cardProofs: CardProofs;
  readonly thaId: ThaId;
  readonly tokenAuthority: TokenAuthority;
  readonly deviceKeys: DeviceKeys;
  /** The bank's app as a second way to prove who somebody in a seat is. */
  readonly paotang: Proofing;
  readonly log: Log;
}

/** A transaction whose role and row-level context are already set. Store functions take it first. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT>;

export interface Database {
  /**
   * Runs `work` in one transaction under the role and context of `actor`: the tenant transaction.
   * Commits when `work` returns, a refusal included; rolls back when it throws.
   */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The bare prepared connection for hot statements: one call of one function in db/sql, whose first line
   * sets the role and context itself. Only stores use it; anything else sees no rows.
   */
  readonly hot: Sql;
  /** True when the database answers within `milliseconds`. */
  ready(milliseconds: number): Promise<boolean>;
  close(): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export interface Random {
  bytes(length: number): Uint8Array;
  /** A time-ordered UUID (version 7). */
  uuid(): string;
}

/** Names of the blind indexes; each has a key of its own, derived from INDEX_KEY. */
export const indexNames = ["citizen_id", "phone", "email"] as const;
export type IndexName = (typeof indexNames)[number];

/** The keys of the deployment, as functions: no secret leaves, except the one SQL must be handed. */
export interface Keys {
  readonly qr: Mac;
  readonly otp: Mac;
  readonly pinPepper: Mac;
  /** Signs the links that open and recover a staff account. */
  readonly staffLink: Mac;
  /** Signs the links that prove a citizen's e-mail and give a new password. */
  readonly citizenLink: Mac;
  /** Names people and sessions to relying parties: opaque, and others for each of them. */
  readonly openIdSubject: Mac;
  /** Signs the links that set the password of somebody in a seat. */
  readonly seatLink: Mac;
  /** The blind index of a normalised text: equal texts give equal 32 bytes, and nothing else is learnt. */
  blindIndex(name: IndexName, text: string): Uint8Array;
  /** 32 bytes, only ever handed to the database as a bind parameter (code permutation). */
  readonly serviceCode: Uint8Array;
  /** The same for closing codes: derived from it, so that no closing code tells of a service code. */
  readonly closingCode: Uint8Array;
  /** Signs what the QR of a service code says. */
  readonly codeSigner: CodeSigner;
  /** What verifies it, here and anywhere: the current key first, then those before it. */
  readonly codePublicKeys: readonly CodePublicKey[];
  /** Signs checkpoints of the audit, and nothing else. */
  readonly auditSigner: CodeSigner;
  /** Verifies them, by the current key or one before it. */
  readonly verifyAudit: VerifyCode;
  /** The keys it verifies by, as base64 of SubjectPublicKeyInfo, the current one first. */
  readonly auditPublicKeys: readonly string[];
}

/** Where a sealed blob stands; bound to it as associated data, so that no blob can be moved to another row. */
export interface Place {
  readonly table: string;
  readonly rowId: string;
}

/** Authenticated encryption under per-person data keys, each wrapped by the current master key. */
export interface Vault {
  /** A fresh wrapped data key for one person or one draft. */
  newDataKey(): Uint8Array;
  /** Seals a JSON value (AES-256-GCM, key id in the blob). */
  seal(dataKey: Uint8Array, place: Place, value: unknown): Uint8Array;
  /** Opens what `seal` made; throws when the blob was changed or moved. The caller names the type it sealed. */
  open<T>(dataKey: Uint8Array, place: Place, sealed: Uint8Array): T;
  /** Seals a file's bytes as `seal` does a value. */
  sealBytes(dataKey: Uint8Array, place: Place, bytes: Uint8Array): Uint8Array;
  /** Opens what `sealBytes` made; throws when it was changed or moved. */
  openBytes(dataKey: Uint8Array, place: Place, sealed: Uint8Array): Uint8Array;
}

/** The slow hash of a PIN or a staff password: scrypt N 2^15, r 8, p 3 over a peppered, id-bound input; bounded at once. */
export interface PinHash {
  make(pin: string, pinId: string): Promise<Uint8Array>;
  matches(pin: string, pinId: string, hash: Uint8Array): Promise<boolean>;
}

export interface Hooks {
  /** Posts a message to a hospital's own system. Never throws: whatever went wrong is an answer. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<ReceiverAnswer>;
}

/** What stands on the card, as the registry is asked: the birth date as yyyyMMdd in the Buddhist era, 00 where unknown. */
export interface CardClaim {
  readonly citizenId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDateBe: string;
  readonly laserCode: string;
}

export const cardAnswers = ["normal", "mismatch", "incomplete", "unavailable"] as const;
export type CardAnswer = (typeof cardAnswers)[number];

/** The registry of ID cards (shape of DOPA's CheckCardByLaser). Never throws: a fault is `unavailable`. */
export interface CardRegistry {
  check(claim: CardClaim): Promise<CardAnswer>;
}

/** Thailand's provinces, districts and sub-districts with their postcodes, each list in the order of Thai names. */
export interface Gazetteer {
  provinces(): Promise<readonly Area[]>;
  /** Of a province's code; empty: there is none of that code. */
  districts(province: string): Promise<readonly Area[]>;
  /** Of a district's code; empty: there is none of that code. */
  subdistricts(district: string): Promise<readonly Subdistrict[]>;
}

/** Tables that people exchange as files: workbooks (xlsx) and comma-separated text. */
export interface Workbook {
  /**
   * Reads an uploaded table, told by its bytes: the first sheet of an xlsx, or a csv. Empty rows are left out. A
   * workbook is refused by what its directory says, before anything in it is unpacked.
   */
  read(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable>;
  /**
   * Writes a workbook while its rows arrive, at constant memory: every cell a text, never a formula; when a sheet is
   * full the next goes on with the header again. Cancelling the stream ends `rows`.
   */
  writeXlsx(sheet: Sheet, rows: AsyncIterable<readonly string[]>): ReadableStream<Uint8Array>;
  /** The same as csv: UTF-8 with byte order mark, every cell quoted, what looks like a formula made harmless. */
  writeCsv(sheet: Sheet, rows: AsyncIterable<readonly string[]>): ReadableStream<Uint8Array>;
}

export interface Sheet {
  /** 1–28 characters, none of : \ / ? * [ ] */
  readonly name: string;
  readonly header: readonly string[];
}

/** Documents for paper: letters, posters, slips. */
export interface Pdf {
  /**
   * Sets a document and answers the file's bytes: the typeface is in it, its text copies as it was given. Throws when
   * a part that stays in one piece is higher than a page.
   */
  make(document: PdfDocument): Promise<Uint8Array>;
  /**
   * Draws a text all over every page of a PDF that somebody sent (who looks at it, and when: N7). What is signed in it is
   * so no more. Null: its pages cannot be read.
   */
  markPages(pdf: Uint8Array, text: string): Promise<Uint8Array | null>;
  /**
   * Sets a JPEG on a page of its own, undecoded however large it is, and draws the text all over it. Null: it is none that
   * a PDF takes.
   */
  markOnPage(jpeg: Uint8Array, text: string): Promise<Uint8Array | null>;
}
