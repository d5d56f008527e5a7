import { toAsciiDigits } from "../server/kernel/digits.ts";
import { parseDocumentCode, type DocumentCode } from "../server/petitions/document-code.ts";
import { parseStaffLineCode } from "../server/petitions/staff-line-code.ts";
import { parseTrackingNumber } from "../server/petitions/tracking-number.ts";
import { parseServiceCode, type ServiceCode } from "../server/visits/service-code.ts";
import { botEn } from "../server/words/bot/en.ts";
import { botTh } from "../server/words/bot/th.ts";
import { tiles, type Tile } from "./tiles.ts";
import { readTokenWords, type TokenTopic } from "./token-words.ts";

/** Words the chat knows beside its tiles. */
export type TypedWord =
  | "menu"
  | "status"
  | "code"
  | "help"
  | "cancel"
  | "register"
  | "forgot_pin"
  | "phone_lost"
  | "new_phone"
  /** A member of staff asks for the petitions given to them. */
  | "my_work"
  | "yes"
  | "no"
  | "thanks";

/** What somebody typed, as far as the chat knows words. */
export type Typed =
  | { readonly kind: "tile"; readonly tile: Tile }
  | { readonly kind: TypedWord }
  | { readonly kind: "soft_token"; readonly topic: TokenTopic }
  | { readonly kind: "service_code"; readonly code: ServiceCode }
  /** With its check characters or without them, as it is read out of a card. */
  | { readonly kind: "petition_number"; readonly number: string }
  /** What confirms a document; null: it has the shape of one, and a letter is wrong. */
  | { readonly kind: "document_code"; readonly code: DocumentCode | null }
  /** What links a LINE user to a staff account. */
  | { readonly kind: "staff_code"; readonly code: string }
  /** `words`: what may name a service; left out of a long story. */
  | { readonly kind: "unknown"; readonly words?: string };

/** Words that say it all: the whole message, but for politeness. */
const whole: Readonly<Record<"yes" | "no", readonly string[]>> = {
  yes: ["ใช่", "ตกลง", "โอเค", "ได้", "ทำต่อ", "ต่อ", "yes", "ok", "okay", "continue"],
  no: ["ไม่", "ไม่ใช่", "ไม่เอา", "ไว้ก่อน", "ไว้ทีหลัง", "no", "later", "not now"],
};

/** Words that may stand anywhere in a message, the telling ones first: "ยกเลิกรหัส" is about cancelling. */
const anywhere: readonly (readonly [RegExp, Typed])[] = [
  [/(?:โทรศัพท์|มือถือ|เครื่อง).{0,6}หาย|\blost\b.{0,12}\bphone|\bphone\b.{0,12}\blost/u, { kind: "phone_lost" }],
  [/เปลี่ยน.{0,4}(?:มือถือ|โทรศัพท์|เครื่อง)|(?:มือถือ|โทรศัพท์)ใหม่|\bnew phone\b/u, { kind: "new_phone" }],
  [/งาน(?:ของ)?(?:ฉัน|ดิฉัน|ผม|หนู)|\bmy work\b/u, { kind: "my_work" }],
  [/ยกเลิก|\bcancel/u, { kind: "cancel" }],
  [/ลืมรหัส|รหัสผ่าน|\bpin\b/u, { kind: "forgot_pin" }],
  [/ลงทะเบียน|สมัคร|\bregist/u, { kind: "register" }],
  [/ติดตาม|\btrack/u, { kind: "tile", tile: "track" }],
  [
    /ยื่นคำร้อง|ร้องเรียน|ค้างไว้|กรอกต่อ|อีเซอร์วิส|\be-?service|\bfile a petition|\bdraft/u,
    { kind: "tile", tile: "petition" },
  ],
  [/คำร้อง|\bpetition/u, { kind: "tile", tile: "track" }],
  [/เอกสาร|ใบเสร็จ|ใบอนุญาต|\bdocument/u, { kind: "tile", tile: "documents" }],
  [/บัญชี|\baccount/u, { kind: "tile", tile: "account" }],
  [/สถานะ|\bstatus/u, { kind: "status" }],
  [/ขอรหัส|สแกน|\bscan/u, { kind: "tile", tile: "code" }],
  [/รหัส|\bcode/u, { kind: "code" }],
  [/ช่วย|ติดต่อ|เจ้าหน้าที่|\bhelp/u, { kind: "help" }],
  [/เมนู|สวัสดี|หวัดดี|\b(?:menu|hello|hi)\b/u, { kind: "menu" }],
  [/ขอบคุณ|ขอบใจ|\bthank/u, { kind: "thanks" }],
];

const polite = /(?:นะ)?(?:ครับผม|ครับ|คับ|ค่ะ|คะ|จ้ะ|จ้า|จ๊ะ|ฮะ)$/u;
const unseen = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;
const longestSentence = 80;

/** Reads what was typed by hand: a tile's words, the words the chat knows, a petition's number, a service code. */
export function readTyped(text: string): Typed {
  const tidy = tidied(text);
  const tile = tiles.find((name) => tidied(botTh.tiles[name]) === tidy || tidied(botEn.tiles[name]) === tidy);
  if (tile) return { kind: "tile", tile };
  const staffCode = parseStaffLineCode(tidy);
  if (staffCode !== null) return { kind: "staff_code", code: staffCode };
  const code = parseServiceCode(tidy);
  if (code.ok) return { kind: "service_code", code: code.value };
  const number = petitionNumber(tidy);
  if (number !== null) return { kind: "petition_number", number };
  const document = readDocumentCode(tidy);
  if (document !== null) return document;
  if (whole.yes.includes(tidy)) return { kind: "yes" };
  if (whole.no.includes(tidy)) return { kind: "no" };
  if (tidy.length > longestSentence) return { kind: "unknown" };
  const token = readTokenWords(tidy);
  if (token !== null) return token === "lost" ? { kind: "phone_lost" } : { kind: "soft_token", topic: token };
  const inside = numberInside(tidy);
  if (inside !== null) return { kind: "petition_number", number: inside };
  return anywhere.find(([word]) => word.test(tidy))?.[1] ?? { kind: "unknown", words: tidy };
}

/** A petition's number, whole or without its check characters; null: it is none. */
function petitionNumber(tidy: string): string | null {
  const whole = parseTrackingNumber(tidy);
  if (whole.ok) return whole.value;
  return /^25\d{2}-\d{6,9}$/.test(tidy) ? tidy : null;
}

/**
 * A petition's number amid other words, with its hyphen after the year and nothing of a longer one around it; null: there
 * is none, or its check characters are wrong.
 */
function numberInside(tidy: string): string | null {
  const found = /(?<![\w-])(25\d{2}-\d{6,9})(?:([- ]?)([0-9a-z]{2}))?(?![\w-])/.exec(tidy);
  if (found === null) return null;
  const [text, digits = "", joint = "", check] = found;
  const whole = check === undefined ? null : petitionNumber(text);
  // What stands apart may be a word.
  return whole ?? (check === undefined || joint === " " ? digits : null);
}

/** Three groups of four as they stand below a QR, or twelve letters at a stretch whose check is right. */
function readDocumentCode(tidy: string): Typed | null {
  const read = parseDocumentCode(tidy);
  if (read.ok) return { kind: "document_code", code: read.value };
  const isGrouped = /^[0-9a-z]{4}([ -])[0-9a-z]{4}\1[0-9a-z]{4}$/.test(tidy) && /\d/.test(tidy);
  return isGrouped ? { kind: "document_code", code: null } : null;
}

/** Lower case, Thai digits as ASCII, single spaces, without politeness, end marks and unseen characters. */
function tidied(text: string): string {
  const plain = toAsciiDigits(text.normalize("NFC").replace(unseen, "").toLowerCase());
  return plain
    .replace(/\s+/gu, " ")
    .replace(/[\s!?.…ๆฯ]+$/u, "")
    .trim()
    .replace(polite, "")
    .trim();
}
