import { inviteStaff, type InviteRefusal } from "../../server/agencies/actions/invite-staff.ts";
import { staffLevels, type StaffLevel } from "../../server/kernel/actor.ts";
import { findAgency } from "../../server/agencies/actions/find-agency.ts";
import { administrator, regionOf, withPorts, type AdminPorts, type Command, type Given } from "./run.ts";

/** Gives the first person of an agency access, and answers the link that sets their password. */
export const inviteOne: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const invited = await inviteStaff(ports, administrator, {
      agencyId: await agencyOf(ports, given),
      level: levelOf(given.level),
      person: {
        firstName: given["first-name"] ?? "",
        lastName: given["last-name"] ?? "",
        citizenId: given["citizen-id"] ?? "",
        workPhone: given["work-phone"] ?? "",
        mobile: given.mobile ?? "",
        email: given.email ?? "",
      },
    });
    if (!invited.ok) throw new Error(`Nobody was invited: ${reasonOf(invited.refusal)}.`);
    const mailed = ports.mail.available
      ? "The link goes by mail, and is"
      : "No mail is set up, so hand over the link";
    return `Invited. ${mailed}, once, within seven days:\n${config.publicUrl.origin}${invited.value.path}`;
  });

function levelOf(text = ""): StaffLevel {
  const level = staffLevels.find((each) => each === text);
  if (level === undefined) throw new Error(`--level is one of ${staffLevels.join(", ")}.`);
  return level;
}

/** The facility of --hcode, the office of --region, or the centre for neither. */
async function agencyOf(ports: AdminPorts, { hcode, region, agency }: Given): Promise<string> {
  if (agency !== undefined) return agency;
  const where = hcode === undefined ? { region: region === undefined ? null : regionOf(region) } : { hcode };
  const found = await findAgency(ports, administrator, where);
  if (!found.ok) throw new Error(`There is no such agency: ${found.refusal.kind}.`);
  return found.value.agencyId;
}

function reasonOf(refusal: InviteRefusal): string {
  if (refusal.kind === "level_not_here") return `an agency of that kind has ${refusal.levels.join(", ")}`;
  if (refusal.kind !== "person_faults") return refusal.kind;
  return refusal.faults.map(({ field, refusal: { kind } }) => `${field} (${kind})`).join(", ");
}
