import type { Ports, Tx } from "../../ports.ts";
import { queue as endFiles } from "../../privacy/store/file-end.ts";
import { deletePicturesOf, emptyVisits } from "../store/erase.ts";

/** Empties a person's visits and ends their pictures; that somebody came, when and for what, stays as figures. */
export async function eraseVisits(ports: Pick<Ports, "clock">, tx: Tx, personId: string): Promise<void> {
  await emptyVisits(tx, personId);
  await endFiles(tx, await deletePicturesOf(tx, personId), ports.clock.now());
}
