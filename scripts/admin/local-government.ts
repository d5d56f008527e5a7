import { addLocalGovernment } from "../../server/petitions/actions/add-local-government.ts";
import { administrator, withPorts, type Command } from "./run.ts";

/** Adds a local government under the centre. */
export const addOneLocalGovernment: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const made = { nameTh: given.name ?? "", nameEn: given["name-en"] ?? "", slug: given.slug ?? "" };
    const added = await addLocalGovernment(ports, administrator, made);
    if (!added.ok) throw new Error(`The local government was not added: ${added.refusal.kind}.`);
    return `The local government is added (agency ${added.value.agencyId}).`;
  });
