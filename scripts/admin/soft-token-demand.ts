import { liftDemandOf } from "../../server/agencies/actions/demand-soft-token.ts";
import { administrator, withPorts, type Command } from "./run.ts";

/** Lifts an agency's demand of Soft Tokens, where nobody of it can come in any more. */
export const liftOneDemand: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const lifted = await liftDemandOf(ports, administrator, given.agency ?? "");
    if (!lifted.ok) throw new Error("That agency demands no Soft Token.");
    return "The demand is lifted: any second step opens the agency's console again.";
  });
