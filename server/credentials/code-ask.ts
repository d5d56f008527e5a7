import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { readPerson, type Naming, type NamingFaultRefusal, type TypedPerson } from "./naming.ts";
import { longestSerial, parseSerial } from "./old-device.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/**
 * How the asking for a user code stands, for somebody with a hardware key (flows T1): `waiting` for the central office;
 * `issued`: the code is theirs and they are named to it; `refused`: the head reads why and may ask anew.
 */
export const codeAskStates = ["waiting", "issued", "refused"] as const;
export type CodeAskState = (typeof codeAskStates)[number];

/** The rights a code may be asked for; codes of other bodies are issued by hand. */
export const askedRights = ["recorder", "approver_1", "approver_2"] as const satisfies readonly SeatRight[];
export type AskedRight = (typeof askedRights)[number];

/** Those of one agency that may wait at a time: more than it has rights, and few enough for the office to read. */
export const mostWaitingAsks = 30;

/** Days a decided one is kept: it holds a citizen id, which the time in the seat has from then on. */
export const decidedAskDays = 30;

/** What stands sealed of it. */
export interface CodeAskFacts {
  readonly holder: Naming["facts"];
  /** Of the hardware key, as it stands on it. */
  readonly serial: string;
  /** Why it was refused; null: it was not. */
  readonly reason: string | null;
}

/** Where the facts stand sealed. */
export function codeAskPlace(rowId: string) {
  return { table: "code_ask", rowId };
}

/** As it was typed. `orderId` empty: the holder brings the order with the registration. */
export type TypedCodeAsk = TypedPerson & Readonly<Record<"right" | "serial" | "orderId", string>>;
export type CodeAskField = keyof TypedCodeAsk;
export const codeAskFields: readonly CodeAskField[] = [
  ...([
    "right",
    "serial",
    "citizenId",
    "firstName",
    "lastName",
    "position",
    "email",
    "mobile",
    "orderId",
  ] as const),
];

/** A row as its lists show it. */
export interface ListedCodeAsk {
  readonly id: string;
  readonly right: SeatRight;
  readonly state: CodeAskState;
  readonly madeAt: Date;
  readonly decidedAt: Date | null;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  /** Issued: the code. */
  readonly userCode: UserCode | null;
}

export type CodeAskFault = {
  readonly field: CodeAskField;
  readonly refusal:
    | NamingFaultRefusal
    | { readonly kind: "right_unchosen" }
    | { readonly kind: "serial_empty" }
    | { readonly kind: "serial_shape"; readonly most: number };
};
export type CodeAskFaults = { readonly kind: "code_ask_faults"; readonly faults: readonly CodeAskFault[] };

/** A code that is asked for, read. */
export interface ReadCodeAsk {
  readonly right: AskedRight;
  readonly holder: Naming["facts"];
  readonly serial: string;
}

/** Reads the form. Refuses with everything that is wrong, in the order of the page. */
export function readCodeAsk(typed: TypedCodeAsk): Result<ReadCodeAsk, CodeAskFaults> {
  const faults: CodeAskFault[] = [];
  const right = askedRights.find((each) => each === typed.right);
  const serial = parseSerial(typed.serial);
  if (!right) faults.push({ field: "right", refusal: { kind: "right_unchosen" } });
  if (typed.serial.trim() === "") faults.push({ field: "serial", refusal: { kind: "serial_empty" } });
  else if (serial === null)
    faults.push({ field: "serial", refusal: { kind: "serial_shape", most: longestSerial } });
  const holder = readPerson(typed, (field, refusal) => faults.push({ field, refusal }));
  if (faults.length > 0 || !right || !holder || serial === null)
    return refuse({ kind: "code_ask_faults", faults });
  return ok({ right, holder, serial });
}

/** Why a code is not asked for. */
export type AskForCodeRefusal =
  | CodeAskFaults
  /** No central office looks after the agency's seats, and there is none that could. */
  | { readonly kind: "office_none" }
  /** The person holds a place on the other approving side of the agency (N12). */
  | { readonly kind: "both_approvals" }
  /** It was asked for this person already, and waits. */
  | { readonly kind: "asked_already"; readonly madeOn: BangkokDay }
  | { readonly kind: "order_not_found" }
  /** So many of the agency wait already. */
  | { readonly kind: "asks_many"; readonly most: number };
