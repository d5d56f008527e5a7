import type { Context } from "hono";
import type { Config } from "../config.ts";
import type { Actor, Citizen, LineUser, Visitor } from "../kernel/actor.ts";
import type { Language } from "../kernel/language.ts";
import type { Ports } from "../ports.ts";

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
  readonly language: Language;
  readonly largeText: boolean;
}

export const sessionVias = ["liff", "browser"] as const;
export type SessionVia = (typeof sessionVias)[number];

export interface StaffSession {
  readonly staffId: string;
  readonly agencyId: string;
}

/** The actor of a session: a citizen when linked, else a visitor. */
export function actorOf(session: CitizenSession): Citizen | Visitor {
  const { channel, lineUserId, personId, unlocked } = session;
  return personId === null
    ? { kind: "visitor", channel, lineUserId }
    : { kind: "citizen", channel, lineUserId, personId, unlocked };
}

/** The actor of a console session. */
export function staffActorOf(session: StaffSession): Actor {
  return { kind: "staff", staffId: session.staffId, agencyId: session.agencyId };
}
