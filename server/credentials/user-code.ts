import { ok, refuse, type Result } from "../kernel/result.ts";
import type { SeatRight } from "./seat.ts";

declare const checked: unique symbol;

/** A user code (รหัสผู้ใช้งาน) of a seat: 15 characters, capitals and digits, as issued by the central office. */
export type UserCode = string & { readonly [checked]: "user-code" };

export type UserCodeRefusal = { readonly kind: "user_code_empty" } | { readonly kind: "user_code_shape" };

export const userCodeLength = 15;
const shape = /^[A-Z0-9]{15}$/;
/** Where the right stands: characters 12 and 13 (the rules of the Soft Token, 2567). */
const rightAt = [11, 13] as const;

/**
 * Reads a user code as somebody types it: small letters, spaces and hyphens are forgiven. Codes of other bodies, whose
 * characters 12–13 name no right of ours, are user codes too.
 */
export function parseUserCode(text: string): Result<UserCode, UserCodeRefusal> {
  const code = text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (code === "") return refuse({ kind: "user_code_empty" });
  return shape.test(code) ? ok(code as UserCode) : refuse({ kind: "user_code_shape" });
}

/** What each pair of characters means, where the issuing body uses them so; other bodies have other lists. */
export type RightMarks = Readonly<Record<string, SeatRight>>;

/** The marks of the treasury's own codes. */
export const treasuryMarks: RightMarks = { "80": "recorder", "01": "approver_1", "02": "approver_2" };

/** The right a code names by its marks; `other` where it names none of them. */
export function rightOfCode(code: UserCode, marks: RightMarks = treasuryMarks): SeatRight {
  return marks[code.slice(...rightAt)] ?? "other";
}

/**
 * Makes the code of a seat: the eleven characters of the agency, the right's mark, and a running number of two digits
 * ("A75XXX00000" + "80" + "01"). Refuses a right that has no mark, and parts that make no code.
 */
export function makeUserCode(parts: {
  readonly agencyPart: string;
  readonly right: SeatRight;
  /** 1–99: the how manieth seat of that right. */
  readonly running: number;
}): Result<UserCode, UserCodeRefusal> {
  const [mark] = Object.entries(treasuryMarks).find(([, right]) => right === parts.right) ?? [];
  if (mark === undefined || parts.running < 1 || parts.running > 99)
    return refuse({ kind: "user_code_shape" });
  return parseUserCode(`${parts.agencyPart}${mark}${String(parts.running).padStart(2, "0")}`);
}

/** Characters of a code that name the agency. */
export const agencyPartLength = 11;

/** How many seats of each right are to be issued. */
export type SeatCounts = Readonly<Record<Exclude<SeatRight, "other">, number>>;

/**
 * The codes of the next seats of an agency: its eleven characters, the right's mark, and the running number after the
 * highest of `taken`. Refuses characters that are no eleven of a code, and more than ninety-nine seats of a right.
 */
export function nextCodes(
  agencyPart: string,
  counts: SeatCounts,
  taken: readonly UserCode[],
): Result<readonly UserCode[], UserCodeRefusal> {
  const codes: UserCode[] = [];
  for (const [right, count] of Object.entries(counts) as [keyof SeatCounts, number][]) {
    const used = taken.filter((code) => rightOfCode(code) === right).map((code) => Number(code.slice(13)));
    const highest = Math.max(0, ...used.filter((each) => Number.isInteger(each)));
    for (let running = highest + 1; running <= highest + count; running += 1) {
      const made = makeUserCode({ agencyPart, right, running });
      if (!made.ok) return made;
      codes.push(made.value);
    }
  }
  return codes.length === 0 ? refuse({ kind: "user_code_empty" }) : ok(codes);
}
