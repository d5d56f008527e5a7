import { isUuid } from "../kernel/uuid.ts";
import type { SeatPart } from "./holding.ts";
import type { Requester, RequestState, ServiceCase } from "./service-request.ts";

/** A request in a list: nobody is named in it; the seat and the part in it say whose it is. */
export interface RequestLine {
  readonly id: string;
  readonly case: ServiceCase;
  readonly requester: Requester;
  readonly state: RequestState;
  /** Empty: it was not sent yet. */
  readonly number: string;
  readonly dueDay: string | null;
  readonly userCode: string;
  readonly part: SeatPart;
  readonly agencyTh: string;
  readonly agencyEn: string;
  readonly sentAt: Date;
  readonly decidedAt: Date | null;
  readonly isSignedByHead: boolean;
  /** True: it stands with those that wait, on top. */
  readonly waits: boolean;
}

/** Where a request stands in a list: those that wait first, then the newest, then by id. */
export interface RequestPlace {
  readonly waits: boolean;
  readonly at: Date;
  readonly id: string;
}

const shape = /^([wd])\.(\d{1,13})\.(.*)$/;

/** Writes a place into an address: whether it waits, milliseconds, the id. */
export function makeRequestPlace({ waits, at, id }: RequestPlace): string {
  return `${waits ? "w" : "d"}.${at.getTime()}.${id}`;
}

/** Reads a place out of an address; null for what is none. */
export function parseRequestPlace(text: string): RequestPlace | null {
  const [, waits, time, id] = shape.exec(text) ?? [];
  return id !== undefined && isUuid(id) ? { waits: waits === "w", at: new Date(Number(time)), id } : null;
}

/** The place of a line. */
export function placeOfLine({ waits, sentAt, id }: RequestLine): RequestPlace {
  return { waits, at: sentAt, id };
}
