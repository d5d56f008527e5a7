import type { Config } from "../../server/config.ts";
import { addFacility } from "../../server/visits/actions/add-facility.ts";
import { makeConsoleLink } from "../../server/visits/actions/make-console-link.ts";
import { placeFacility } from "../../server/visits/actions/place-facility.ts";
import { administrator, regionOf, withPorts, type AdminPorts, type Command } from "./run.ts";

/** Adds a facility and answers a link into its console. */
export const addOneFacility: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const added = await addFacility(ports, administrator, {
      hcode: given.hcode ?? "",
      nameTh: given.name ?? "",
      nameEn: given["name-en"] ?? "",
      services: given.service ?? [],
      ...(given.telephone === undefined ? {} : { telephone: given.telephone }),
      ...(given.region === undefined ? {} : { region: regionOf(given.region) }),
    });
    if (!added.ok) throw new Error(`The facility was not added: ${added.refusal.kind}.`);
    const { agencyId } = added.value;
    return `The facility is added (agency ${agencyId}).\n${await linkFor(config, ports, agencyId)}`;
  });

/** Puts a facility under the office of a region. */
export const placeOneFacility: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const placed = await placeFacility(ports, administrator, {
      hcode: given.hcode ?? "",
      region: regionOf(given.region ?? ""),
    });
    if (!placed.ok) throw new Error(`The facility was not placed: ${placed.refusal.kind}.`);
    return "The office of that region grants its people access from now on.";
  });

/** A new one-hour link into a facility's console. */
export const linkIntoFacility: Command = (config, given) =>
  withPorts(config, (ports) => linkFor(config, ports, given.agency ?? ""));

async function linkFor(config: Config, ports: AdminPorts, agencyId: string): Promise<string> {
  const link = await makeConsoleLink(ports, administrator, { agencyId });
  if (!link.ok) throw new Error("There is no facility of that agency id.");
  return `Its console, once, within the hour: ${config.publicUrl.origin}/console/enter/${link.value.token}`;
}
