import { looksLike, toAsciiDigits, withoutSeparators } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { codeNumberLimit } from "./code-permutation.ts";

declare const checked: unique symbol;

/** A service code (PP) or a closing code (EP): two letters and ten digits. No bearer secret. */
export type ServiceCode = `PP${string}` & { readonly [checked]: "service code" };
export type ClosingCode = `EP${string}` & { readonly [checked]: "closing code" };

export type CodePrefix = "PP" | "EP";
type CodeOf<P extends CodePrefix> = P extends "PP" ? ServiceCode : ClosingCode;

export type ServiceCodeRefusal =
  | { readonly kind: "service_code_empty" }
  /** It does not begin with the letters that this kind of code begins with. */
  | { readonly kind: "service_code_prefix"; readonly prefix: CodePrefix }
  | { readonly kind: "service_code_length"; readonly digits: number }
  | { readonly kind: "service_code_not_digits"; readonly seen: string; readonly digit: string | null };

const digitCount = 10;

/** Makes the code out of a permuted number, 0 … 10^10 − 1; throws outside that range. */
export function makeCode<P extends CodePrefix>(prefix: P, permuted: number): CodeOf<P> {
  if (!Number.isSafeInteger(permuted) || permuted < 0 || permuted >= codeNumberLimit) {
    throw new RangeError(`${permuted} is no number of a service code`);
  }
  return `${prefix}${String(permuted).padStart(digitCount, "0")}` as CodeOf<P>;
}

/** Reads a service code as people write it: any case, spaces, hyphens, Thai digits. */
export function parseServiceCode(text: string): Result<ServiceCode, ServiceCodeRefusal> {
  return parseCode("PP", text);
}

/** Reads a closing code, by the same rules. */
export function parseClosingCode(text: string): Result<ClosingCode, ServiceCodeRefusal> {
  return parseCode("EP", text);
}

/** In groups to be read aloud: "PP 1234 567 890". */
export function formatServiceCode(code: ServiceCode | ClosingCode): string {
  return [code.slice(0, 2), code.slice(2, 6), code.slice(6, 9), code.slice(9)].join(" ");
}

function parseCode<P extends CodePrefix>(prefix: P, text: string): Result<CodeOf<P>, ServiceCodeRefusal> {
  const tidy = toAsciiDigits(withoutSeparators(text));
  if (tidy === "") return refuse({ kind: "service_code_empty" });
  if (tidy.slice(0, 2).toUpperCase() !== prefix) return refuse({ kind: "service_code_prefix", prefix });
  const characters = [...tidy.slice(2)];
  const seen = characters.find((character) => !/^[0-9]$/.test(character));
  if (seen !== undefined) return refuse({ kind: "service_code_not_digits", seen, digit: looksLike(seen) });
  if (characters.length !== digitCount) {
    return refuse({ kind: "service_code_length", digits: characters.length });
  }
  return ok(`${prefix}${characters.join("")}` as CodeOf<P>);
}

/** The life of a service code: issued → used → closed; issued or used → cancelled; issued → expired. */
export const serviceCodeStatuses = ["issued", "used", "closed", "cancelled", "expired"] as const;
export type ServiceCodeStatus = (typeof serviceCodeStatuses)[number];

/** Who moves a code: the citizen, a clerk at the counter, an admin of the facility, or the end of the day. */
export const codeMovers = ["citizen", "clerk", "facility_admin", "time"] as const;
export type CodeMover = (typeof codeMovers)[number];

/** From each status: where it may go and who may do it. The database guards the same moves. */
export const serviceCodeMoves = {
  issued: { used: ["clerk", "facility_admin"], cancelled: ["citizen", "facility_admin"], expired: ["time"] },
  used: { closed: ["clerk", "facility_admin"], cancelled: ["facility_admin"] },
  closed: {},
  cancelled: {},
  expired: {},
} as const satisfies Record<ServiceCodeStatus, Partial<Record<ServiceCodeStatus, readonly CodeMover[]>>>;

/** What tells the status that people see. */
export interface DatedCode {
  readonly status: ServiceCodeStatus;
  /** The last instant of the service day. */
  readonly expiresAt: Date;
}

/** Names the status at fault, for the sentence that says what can still be done. */
export interface CodeMoveRefusal {
  readonly kind: "code_move_refused";
  readonly status: ServiceCodeStatus;
}

/** The status at `now`: an issued code has expired once its service day is over, whether it was swept or not. */
export function visibleStatus(code: DatedCode, now: Date): ServiceCodeStatus {
  return code.status === "issued" && now > code.expiresAt ? "expired" : code.status;
}

/** Who may move a code from one status to another: nobody, when the list is empty. */
export function whoMayMove(from: ServiceCodeStatus, to: ServiceCodeStatus): readonly CodeMover[] {
  const moves: Partial<Record<ServiceCodeStatus, readonly CodeMover[]>> = serviceCodeMoves[from];
  return moves[to] ?? [];
}

/** Who may cancel a code that stands at `status`: the citizen until it is used, the facility's admin until it is closed. */
export function whoMayCancel(status: ServiceCodeStatus): readonly CodeMover[] {
  return whoMayMove(status, "cancelled");
}

/** Moves a code at `now`. Refuses a move that its visible status does not allow to this mover. */
export function moveCode(
  code: DatedCode,
  to: ServiceCodeStatus,
  mover: CodeMover,
  now: Date,
): Result<ServiceCodeStatus, CodeMoveRefusal> {
  const status = visibleStatus(code, now);
  const lapses = mover === "time" && to === "expired" && status === "expired" && code.status === "issued";
  if (lapses) return ok(to);
  const allowed = to !== "expired" && whoMayMove(status, to).includes(mover);
  return allowed ? ok(to) : refuse({ kind: "code_move_refused", status });
}
