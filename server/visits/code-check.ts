import { toAsciiDigits, withoutSeparators } from "../kernel/digits.ts";
import { untypedThai } from "../kernel/kedmanee.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import {
  looksLikeToken,
  openCodeToken,
  type CodeToken,
  type CodeTokenRefusal,
  type VerifyCode,
} from "./code-token.ts";
import type { Names } from "./names.ts";
import { parseServiceCode, type ServiceCode, type ServiceCodeStatus } from "./service-code.ts";

/** What a counter scanned or typed, as far as it can be read without asking anybody. */
export interface ReadCode {
  readonly code: ServiceCode;
  /** Null: a number was typed, and nothing in a number proves anything. */
  readonly token: CodeToken | null;
}

export type ReadCodeRefusal =
  | { readonly kind: "code_unreadable" }
  | CodeTokenRefusal
  /** Good for a day that is still to come: this machine's clock is wrong. */
  | { readonly kind: "code_token_ahead"; readonly token: CodeToken }
  /** Ours, and for another facility. */
  | { readonly kind: "code_elsewhere"; readonly token: CodeToken };

/** A code of the own facility as it stands. */
export interface CheckedCode {
  readonly id: string;
  readonly visitId: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly service: Names;
  readonly day: BangkokDay;
  readonly usedAt: Date | null;
}

/** Where and when it is read. */
export interface CheckPlace {
  readonly hcode: string;
  readonly now: Date;
}

/**
 * Reads what was scanned or typed at the counter of one facility: a token is verified with the public keys and must be
 * of this facility and of today; a number is taken as it is, its letters may be left out.
 */
export async function readCode(
  verify: VerifyCode,
  text: string,
  { hcode, now }: CheckPlace,
): Promise<Result<ReadCode, ReadCodeRefusal>> {
  const meant = untypedThai(text.trim());
  if (!looksLikeToken(meant)) return readTyped(meant);
  const opened = await openCodeToken(verify, meant, now);
  if (!opened.ok) return opened;
  const token = opened.value;
  if (token.facility !== hcode) return refuse({ kind: "code_elsewhere", token });
  if (token.day > bangkokDay(now)) return refuse({ kind: "code_token_ahead", token });
  return ok({ code: token.code, token });
}

function readTyped(text: string): Result<ReadCode, ReadCodeRefusal> {
  const tidy = toAsciiDigits(withoutSeparators(text));
  const code = parseServiceCode(/^\d{10}$/.test(tidy) ? `PP${tidy}` : tidy);
  return code.ok ? ok({ code: code.value, token: null }) : refuse({ kind: "code_unreadable" });
}
