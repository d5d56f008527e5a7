import { seatRights, type SeatRight } from "../../../server/credentials/seat.ts";

/** Who is signed in here, as Pratu says. */
export interface Official {
  readonly subject: string;
  readonly name: string;
  readonly userCode: string;
  readonly right: SeatRight;
  readonly isDeputy: boolean;
  readonly agency: string;
}

/** Reads an official out of the claims of an ID token or of userinfo; null: they tell of nobody in a seat. */
export function readOfficial(claims: Readonly<Record<string, unknown>> | undefined): Official | null {
  const text = (name: string) => {
    const value = claims?.[name];
    return typeof value === "string" ? value : "";
  };
  const right = seatRights.find((each) => each === text("seat_right"));
  const [subject, userCode] = [text("sub"), text("seat_code")];
  if (!right || subject === "" || userCode === "") return null;
  const isDeputy = text("seat_part") === "deputy";
  return { subject, userCode, right, isDeputy, name: text("name"), agency: text("agency_name") };
}

/** Something that was done in this sitting. */
export interface Done {
  readonly at: Date;
  readonly what: string;
}

/** A sitting: what this system keeps of somebody who is signed in. */
export interface Sitting {
  readonly official: Official;
  readonly accessToken: string;
  readonly idToken: string;
  readonly done: Done[];
}

/** What is kept while somebody is away to sign in. */
export interface Away {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Nobody was to be asked: the sitting there was goes on if it can. */
  readonly silent: boolean;
}

const most = 500;

/** Keeps a value for each cookie in memory; beyond five hundred the oldest are forgotten. */
export function memory<T>() {
  const kept = new Map<string, T>();
  return {
    get: (cookie: string) => kept.get(cookie) ?? null,
    take: (cookie: string) => {
      const value = kept.get(cookie) ?? null;
      kept.delete(cookie);
      return value;
    },
    put: (cookie: string, value: T) => {
      kept.delete(cookie);
      kept.set(cookie, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}
