import type { Context } from "hono";
import type { Config } from "../config.ts";
import type { SeatSession, WholeSeatSession } from "../credentials/seat-session.ts";
import type { TokenHelp } from "../credentials/token-help.ts";
import type { Citizen, LineUser, Staff, StaffLevel, Visitor } from "../kernel/actor.ts";
import type { Language } from "../kernel/language.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Ports } from "../ports.ts";
import type { Names } from "../visits/names.ts";

/** What every handler finds in its context. */
export interface AppEnv {
  Variables: {
    ports: Ports;
    site: Site;
    requestId: string;
    /**
     * Hands work to the host to do after the answer: at once within waitUntil on Workers, a little at a time on Node,
     * where of work with the same name at most one waits. It may never run (a crash), so a job must pick it up.
     */
    later: (work: () => Promise<unknown>, name?: string) => void;
    /** The caller's address, told by a trusted proxy only. */
    address: string;
    session: CitizenSession | null;
    staff: StaffSession | null;
    /** Set when the password was right and the second step is still to come. */
    halfStaff: HalfStaffSession | null;
    /** Came in whole, but not by the Soft Token that the agency demands by now: it opens nothing. */
    barredStaff: StaffSession | null;
    /** Somebody of a seat who signed in with their phone. */
    seat: WholeSeatSession | null;
    /** The same after the password alone: registration and the phone's challenge are open, nothing else. */
    halfSeat: SeatSession | null;
    /** Whom to ask, on the pages of Soft Tokens. */
    tokenHelp: TokenHelp | null;
  };
}

export type AppContext = Context<AppEnv>;

/** The parts of the configuration that faces may know; no secret among them but the webhook's. */
export interface Site {
  readonly demo: boolean;
  readonly channel: string;
  readonly publicUrl: URL;
  readonly trustedProxies: readonly string[];
  readonly channelSecret: string;
  readonly liffId: string;
  readonly signInScript: string | null;
  /** What proves the mail server that hands over returned mails; null: none is taken. */
  readonly mailReportSecret: string | null;
  /** Where map pictures come from, as "…/{z}/{x}/{y}…"; null: places are typed, without a map. */
  readonly mapTiles: string | null;
  /** Logical asset name → address with its hash. */
  readonly assets: Readonly<Record<string, string>>;
}

export function siteOf(config: Config, channel: string, assets: Readonly<Record<string, string>>): Site {
  return {
    demo: config.demo,
    channel,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    channelSecret: config.line.channelSecret,
    liffId: config.line.liffId,
    signInScript: config.line.signInScript,
    mailReportSecret: config.mailReportSecret,
    mapTiles: config.mapTiles,
    assets,
  };
}

/** An open session of a LINE user; with a person when the LINE user is linked to an account. */
export interface CitizenSession extends LineUser {
  readonly id: string;
  readonly tokenHash: Uint8Array;
  readonly personId: string | null;
  readonly via: SessionVia;
  readonly unlocked: boolean;
  /** False: the account came by the web and nobody has seen a card yet; what others wrote of the person stays closed. */
  readonly checked: boolean;
  readonly language: Language;
  readonly largeText: boolean;
}

export const sessionVias = ["liff", "browser"] as const;
export type SessionVia = (typeof sessionVias)[number];

/** An open console session whose second step is done. */
export interface StaffSession {
  readonly id: string;
  readonly staffId: string;
  readonly agencyId: string;
  readonly level: StaffLevel;
  /** What the agency is called. */
  readonly agency: Names;
  /** Whose account it is; null: who came by a link. */
  readonly name: string | null;
  /** "link" came by a console link and belongs to no account. */
  readonly via: StaffVia;
  /** False until the person accepted that the right may not be given to anybody else. */
  readonly accepted: boolean;
  /** From which day the agency lets in by Soft Token alone; null: it does not, or this session came by one. */
  readonly softTokenFrom: BangkokDay | null;
}

/** A console session after the password alone: it opens nothing but the second step. */
export interface HalfStaffSession {
  readonly id: string;
  readonly staffId: string;
  readonly agencyId: string;
  /** From which day the agency lets in by Soft Token alone; null: it does not. */
  readonly softTokenFrom: BangkokDay | null;
}

export const staffVias = ["password", "link"] as const;
export type StaffVia = (typeof staffVias)[number];

/** The actor of a session: a citizen when linked, else a visitor. */
export function actorOf(session: CitizenSession): Citizen | Visitor {
  const { channel, lineUserId, personId, unlocked } = session;
  return personId === null
    ? { kind: "visitor", channel, lineUserId }
    : { kind: "citizen", channel, lineUserId, personId, unlocked };
}

/** The actor of a console session. */
export function staffActorOf({ staffId, agencyId, level }: StaffSession): Staff {
  return { kind: "staff", staffId, agencyId, level };
}
