import { tellPerson } from "../../notices/store/tell-person.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PetitionEventKind } from "../petition.ts";
import { noticeAfter } from "../petition-notice.ts";
import type { KeptPetition } from "../store/petition.ts";

/** Queues what the citizen of a petition is told after a step, wherever they are reached. */
export async function tellPetitioner(
  ports: Ports,
  tx: Tx,
  { agencyId, id: petitionId, personId }: KeptPetition,
  event: { readonly id: string; readonly kind: PetitionEventKind },
): Promise<void> {
  const kind = noticeAfter(event.kind);
  if (kind === null) return;
  await tellPerson(ports, tx, { kind, personId, refs: { agencyId, petitionId, eventId: event.id } });
}
