import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import { administrator, withPorts, type Command } from "./run.ts";

/** Adds a central office that issues Soft Token seats. */
export const addOneTokenOffice: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const made = { nameTh: given.name ?? "", nameEn: given["name-en"] ?? "" };
    const added = await addTokenOffice(ports, administrator, made);
    if (!added.ok) throw new Error(`The office was not added: ${added.refusal.kind}.`);
    return `The office is added (agency ${added.value.agencyId}).`;
  });
