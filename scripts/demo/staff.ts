import { createHmac } from "node:crypto";
import { addOffice } from "../../server/agencies/actions/add-office.ts";
import { inviteStaff } from "../../server/agencies/actions/invite-staff.ts";
import { proveTotp } from "../../server/agencies/actions/prove-totp.ts";
import { seeSecondStep } from "../../server/agencies/actions/see-second-step.ts";
import { setPassword } from "../../server/agencies/actions/set-password.ts";
import { totpDigits, totpSecretText, totpStep } from "../../server/agencies/totp.ts";
import { usernameFor } from "../../server/agencies/username.ts";
import type { Gate, SystemActor } from "../../server/kernel/actor.ts";
import type { Result } from "../../server/kernel/result.ts";
import type { Ports } from "../../server/ports.ts";
import type { Seeded } from "./seeded.ts";
import { keepStaff, makePassword, readKeptStaff, type KeptStaff, type KeptStaffOf } from "./kept-staff.ts";
import { staffDemoUnits } from "./town-units.ts";
import { demoOffices, demoPeople, type DemoPerson, type Workplace } from "./staff-people.ts";

const administrator: SystemActor = { kind: "system", job: "demo" };
const gate: Gate = { kind: "gate" };

/** The offices above the demo's facilities: the centre, and the region's. Opened again, nothing changes. */
export async function openDemoOffices(ports: Ports): Promise<ReadonlyMap<number | null, string>> {
  const offices = new Map<number | null, string>();
  for (const office of demoOffices) {
    const added = await addOffice(ports, administrator, office);
    if (added.ok) offices.set(office.region, added.value.agencyId);
    else if (added.refusal.kind === "office_exists") offices.set(office.region, added.refusal.agencyId);
    else throw refused("an office", added.refusal);
  }
  return offices;
}

/**
 * One account of each level, opened the way anybody's is: by the link of an invitation, a password nobody chose, and an
 * authenticator, both kept in the data folder for whoever tries the demo. What an earlier start left half is finished;
 * an account that is whole is left as it is, whatever was done with it since.
 */
export async function openDemoAccounts(ports: Ports, dataFolder: string, seeded: Seeded): Promise<void> {
  let kept: KeptStaffOf = await readKeptStaff(dataFolder);
  const keep = async (username: string, entry: KeptStaff): Promise<KeptStaff> => {
    kept = { ...kept, [username]: entry };
    await keepStaff(dataFolder, kept);
    return entry;
  };
  for (const each of demoPeople) {
    const username = usernameFor(each.person.email, 1);
    const known = kept[username];
    if (known?.totp) continue;
    const opened = await openAccount(
      ports,
      agencyOf(seeded, each.at),
      each,
      (entry) => keep(username, entry),
      known,
    );
    await enrol(ports, opened, (entry) => keep(username, entry));
  }
  await staffDemoUnits(ports, kept, seeded.town);
}

function agencyOf({ offices, facilities, town, treasury }: Seeded, at: Workplace): string {
  if ("town" in at) return town;
  if ("treasury" in at) return treasury;
  const found =
    "hcode" in at ? facilities.find(({ hcode }) => hcode === at.hcode)?.agencyId : offices.get(at.region);
  if (found === undefined) throw new Error(`the demo has no agency ${JSON.stringify(at)}`);
  return found;
}

type Keep = (entry: KeptStaff) => Promise<KeptStaff>;

/** Invites and sets the password; an account that has one from an earlier start goes on from there. */
async function openAccount(
  ports: Ports,
  agencyId: string,
  { level, person }: DemoPerson,
  keep: Keep,
  known: KeptStaff | undefined,
): Promise<KeptStaff> {
  const invited = await inviteStaff(ports, administrator, { agencyId, level, person });
  if (!invited.ok) {
    if (invited.refusal.kind === "person_has_access" && known) return known;
    throw refused("an account", invited.refusal);
  }
  const { staffId, path } = invited.value;
  const entry = await keep({ staffId, password: makePassword(), totp: null });
  const token = path.split("/").at(-1) ?? "";
  orThrow("a password", await setPassword(ports, gate, { token, password: entry.password }));
  return entry;
}

/**
 * Confirms the authenticator with the code of the step before this one, so that this one's is still worth something. When
 * the step turns between making the code and giving it, that code is two steps old, and another one is made.
 */
async function enrol(ports: Ports, entry: KeptStaff, keep: Keep): Promise<void> {
  const step = orThrow("an authenticator", await seeSecondStep(ports, gate, entry.staffId));
  if (step.kind !== "enrol") throw new Error("a demo account has an authenticator nobody knows");
  await keep({ ...entry, totp: totpSecretText(step.secret) });
  const mac = (counter: Uint8Array) => createHmac("sha1", step.secret).update(counter).digest();
  const half = { staffId: entry.staffId, sessionId: ports.random.uuid() };
  const prove = () => proveTotp(ports, gate, half, totpDigits(mac, totpStep(ports.clock.now()) - 1));
  const first = await prove();
  orThrow("an authenticator's code", first.ok ? first : await prove());
}

function orThrow<T>(what: string, result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw refused(what, result.refusal);
  return result.value;
}

function refused(what: string, refusal: { readonly kind: string }): Error {
  return new Error(`${what} of the demo was refused: ${refusal.kind}`);
}
