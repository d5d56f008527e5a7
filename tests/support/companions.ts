import postgres from "postgres";
import { askCompanion, type AskCompanionInput } from "../../server/identity/actions/ask-companion.ts";
import { confirmCompanion } from "../../server/identity/actions/confirm-companion.ts";
import { seeDelegation } from "../../server/identity/actions/see-delegation.ts";
import type { DelegationSide, DelegationView } from "../../server/identity/delegation-view.ts";
import { otpDigits, type OtpPurpose } from "../../server/identity/otp.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { lightPinHash } from "./light-pin-hash.ts";
import { granted, type Typist } from "./people.ts";
import { testWorld, type TestWorld } from "./ports.ts";

type Whom = Pick<Typist, "citizenId" | "phone">;
type More = Partial<AskCompanionInput>;

/** A world in which people are registered quickly, SMS are taken and every card is found normal. */
export interface CompanionBench {
  readonly world: TestWorld;
  readonly ports: Ports;
  readonly superuser: postgres.Sql;
  /** Asks somebody; answers the delegation's id. */
  ask(asker: Citizen, whom: Whom, more?: More): Promise<string>;
  /** Asks somebody and types the OTP they read out; answers the delegation that stands then. */
  agreed(asker: Citizen, whom: Whom, more?: More): Promise<string>;
  /** The delegation as one of its two people sees it. */
  view(of: Citizen, delegationId: string, side?: DelegationSide): Promise<DelegationView>;
  /** Who was told of a delegation what, by which medium, sorted. */
  told(asker: Citizen, delegationId: string): Promise<readonly string[]>;
  /** The digits of the last OTP that was sent for one thing. */
  digits(subjectId: string, purpose?: OtpPurpose): Promise<string>;
  close(): Promise<void>;
}

export async function startCompanionBench(): Promise<CompanionBench> {
  const world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
  const { ports } = world;
  const superuser = postgres(world.database.superuserUrl, { max: 1 });
  const digits = (subjectId: string, purpose: OtpPurpose = "companion") =>
    lastDigits(ports, superuser, subjectId, purpose);
  const ask = async (asker: Citizen, whom: Whom, more: More = {}) =>
    (await granted(askCompanion(ports, asker, askFor(ports, whom, more)))).delegationId;
  return {
    world,
    ports,
    superuser,
    ask,
    digits,
    agreed: async (asker, whom, more) => {
      const delegationId = await ask(asker, whom, more);
      const otpText = await digits(delegationId);
      await granted(confirmCompanion(ports, asker, { delegationId, otpText }));
      return delegationId;
    },
    view: async (of, delegationId, side = "asker") =>
      (await granted(seeDelegation(ports, of, { delegationId, side }))).view,
    told: (asker, delegationId) => toldOf(superuser, asker, delegationId),
    close: async () => {
      await superuser.end();
      await world.close();
    },
  };
}

async function toldOf(superuser: postgres.Sql, asker: Citizen, delegationId: string): Promise<string[]> {
  const rows = await superuser<{ kind: string; medium: string; person_id: string }[]>`
    select kind, medium, person_id from notice where refs ->> 'delegationId' = ${delegationId}`;
  const who = (personId: string) => (personId === asker.personId ? "asker" : "represented");
  return rows.map((row) => `${row.kind} ${row.medium} ${who(row.person_id)}`).sort();
}

/** A question to somebody as the form sends it: every service, thirty days; `more` wins. */
export function askFor(
  ports: Ports,
  whom: Pick<Typist, "citizenId" | "phone">,
  more: Partial<AskCompanionInput> = {},
): AskCompanionInput {
  return {
    citizenIdText: whom.citizenId,
    phoneText: whom.phone,
    relation: "child",
    services: null,
    term: "thirty_days",
    vouched: null,
    requestKey: ports.random.uuid(),
    address: "203.0.113.1",
    ...more,
  };
}

async function lastDigits(
  ports: Ports,
  superuser: postgres.Sql,
  subjectId: string,
  purpose: OtpPurpose,
): Promise<string> {
  const [row] = await superuser<{ id: string }[]>`
    select id from otp where subject_id = ${subjectId} and purpose = ${purpose} order by created_at desc limit 1`;
  if (!row) throw new Error("no OTP was sent");
  return otpDigits(ports.keys.otp, row.id);
}
