import type { Ports, Tx } from "../../ports.ts";
import { insertMessage } from "../store/petition-message.ts";
import type { PetitionDoer } from "../petition.ts";
import type { KeptPetition } from "../store/petition.ts";

/**
 * Writes a line into the thread of a petition for whom another room vouches. The same request again writes none; answers
 * whether it was written now.
 */
export async function writeMessage(
  ports: Pick<Ports, "clock" | "random" | "vault">,
  tx: Tx,
  petition: KeptPetition,
  line: {
    readonly doer: PetitionDoer;
    readonly doerId: string;
    readonly text: string;
    readonly requestKey: string;
  },
): Promise<boolean> {
  const { requestKey, ...said } = line;
  const [id, saidAt] = [ports.random.uuid(), ports.clock.now()];
  return insertMessage(
    ports,
    tx,
    petition,
    { ...said, id, saidAt, isInternal: false, files: [] },
    requestKey,
  );
}
