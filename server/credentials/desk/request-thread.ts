import { findAccount } from "../../agencies/store/account.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";
import type { RequestMessage, RequestSpeaker } from "../request-message.ts";
import { listMessages, type PetitionMessage } from "../../petitions/store/petition-message.ts";

/** The thread of the petition that a request is, without what only the office reads. Runs as the system. */
export async function readThread(
  ports: Ports,
  tx: Tx,
  petition: Pick<KeptPetition, "agencyId" | "id" | "personId" | "dataKey">,
): Promise<readonly RequestMessage[]> {
  const messages = (await listMessages(ports, tx, petition)).filter(({ isInternal }) => !isInternal);
  const lines: RequestMessage[] = [];
  for (const message of messages) {
    const { id, text, saidAt } = message;
    lines.push({ id, text, saidAt, by: await speakerOf(ports, tx, petition.agencyId, message) });
  }
  return lines;
}

async function speakerOf(
  ports: Ports,
  tx: Tx,
  officeId: string,
  { doer, doerId }: PetitionMessage,
): Promise<RequestSpeaker> {
  if (doer !== "staff" || doerId === null) return "holder";
  const account = await findAccount(ports, tx, doerId);
  return account === null || account.agencyId === officeId ? "office" : "head";
}
