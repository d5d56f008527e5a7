import { addOffice } from "../../server/agencies/actions/add-office.ts";
import { administrator, regionOf, withPorts, type Command } from "./run.ts";

/** Adds the office of a region; without a region, the central one. */
export const addOneOffice: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const added = await addOffice(ports, administrator, {
      region: given.region === undefined ? null : regionOf(given.region),
      nameTh: given.name ?? "",
      nameEn: given["name-en"] ?? "",
    });
    if (!added.ok) throw new Error(`The office was not added: ${added.refusal.kind}.`);
    return `The office is added (agency ${added.value.agencyId}).`;
  });
