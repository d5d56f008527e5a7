import type postgres from "postgres";
import { meetAtCounter } from "../../server/identity/actions/meet-at-counter.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { completeCitizenId, type CitizenId } from "../../server/kernel/citizen-id.ts";
import type { PersonName } from "../../server/kernel/person-name.ts";
import type { Ports } from "../../server/ports.ts";
import { asSuperuser } from "./citizens.ts";
import { openFacility } from "./facilities.ts";
import { lightPinHash } from "./light-pin-hash.ts";
import { testWorld, type TestWorld } from "./ports.ts";

/** A facility with a member of its staff, and one of another that must see nothing of the first. */
export interface TwoFacilities {
  readonly world: TestWorld;
  /** Sees every row. */
  readonly sql: postgres.Sql;
  readonly own: Staff;
  readonly stranger: Staff;
  close(): Promise<void>;
}

/** A member of staff of an agency, as an actor; no account stands behind it. */
export function staffAt(ports: Pick<Ports, "random">, agencyId: string, level: Staff["level"]): Staff {
  return { kind: "staff", staffId: ports.random.uuid(), agencyId, level };
}

/** Opens a world with two facilities, where citizens can register: SMS arrive, cards are good, PINs hash quickly. */
export async function twoFacilities(level: Staff["level"]): Promise<TwoFacilities> {
  const world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
  const sql = asSuperuser(world);
  const own = staffAt(world.ports, await openFacility(world.ports), level);
  const away = await openFacility(world.ports, { hcode: "99902", nameTh: "คลินิกอื่น" });
  return {
    world,
    sql,
    own,
    stranger: staffAt(world.ports, away, level),
    close: async () => {
      await sql.end();
      await world.close();
    },
  };
}

let met = 0;

/** Somebody new whom staff met at the counter, their card in hand or their name typed. */
export async function metAtCounter(
  ports: Ports,
  staff: Staff,
  source: "card" | "typed" = "card",
): Promise<CitizenId> {
  met += 1;
  const citizenId = completeCitizenId(`1${String(50_000_000_000 + met)}`);
  const [firstName, lastName] = ["มานี" as PersonName, "รักเรียน" as PersonName];
  await meetAtCounter(ports, staff, { citizenId, firstName, lastName, birth: null, source });
  return citizenId;
}

/** "ok", or the kind of refusal. */
export function kindOf(result: { ok: boolean; refusal?: { kind: string } }): string | undefined {
  return result.ok ? "ok" : result.refusal?.kind;
}
