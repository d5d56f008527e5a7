import { askForCode } from "../../server/credentials/actions/ask-for-code.ts";
import { seeOwnCodeAsks } from "../../server/credentials/actions/see-code-asks.ts";
import type { TypedCodeAsk } from "../../server/credentials/code-ask.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { attachOrderFile } from "../../server/credentials/actions/attach-order-file.ts";
import { bringHolders } from "../../server/credentials/actions/bring-holders.ts";
import { reportLostPhone } from "../../server/credentials/actions/report-lost-phone.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { makeLetter } from "../../server/credentials/actions/make-letter.ts";
import type { Ports } from "../../server/ports.ts";
import { drawnJpeg } from "./drawn-picture.ts";
import { layRequest } from "./lay-request.ts";
import { holderCsv, listedHolder } from "./holder-lists.ts";
import { granted } from "./people.ts";
import { issuedSeats, liveHolder, namedHolder, staffOf, typedNaming, type Treasury } from "./seats.ts";

/** One of everything that the console's paths of seats name, at an agency whose seats this central office issues. */
export async function laySeatObjects(
  ports: Ports,
  treasury: Treasury,
  agencyId: string,
): Promise<Readonly<Record<string, string>>> {
  const head = await staffOf(ports, agencyId, "seat_head");
  const seats = await issuedSeats(ports, treasury, agencyId);
  const named = await namedHolder(ports, head, seats.recorder.id);
  const orderId = named.orderId ?? "";
  const sent = { name: "คำสั่ง.jpg", bytes: await drawnJpeg() };
  const { fileId } = await granted(attachOrderFile(ports, head, { orderId, sent }));
  const { letterId } = await granted(makeLetter(ports, treasury.registrar, { holdingId: named.id }));
  const { id } = await liveHolder(ports, head, seats.approver1.id);
  const lost = await granted(
    reportLostPhone(
      ports,
      { kind: "head", actor: head },
      { holdingId: id, lostOn: bangkokDay(ports.clock.now()), said: "", phone: "", requestKey: "lost" },
    ),
  );
  const codeAskId = await layCodeAsk(ports, head);
  const requestId = await layRequest(ports, head, seats.approver2.id);
  const [seatId, holdingId] = [seats.recorder.id, named.id];
  const bytes = new TextEncoder().encode(holderCsv([listedHolder()]));
  const list = { fileName: "holders.csv", bytes, requestKey: "list" };
  const { importId: holderListId } = await granted(bringHolders(ports, treasury.registrar, list));
  return {
    holderListId,
    agencyId,
    seatId,
    holdingId,
    orderId,
    orderFileId: fileId,
    letterId,
    lostPhoneId: lost.id,
    requestId,
    codeAskId,
  };
}

/** A user code that a head asks for, for somebody with a hardware key; answers its id. */
export async function layCodeAsk(
  ports: Ports,
  head: Staff,
  more: Partial<TypedCodeAsk> = {},
): Promise<string> {
  const { citizenId, firstName, lastName, position, email, mobile } = typedNaming(ports, "");
  const person = { citizenId, firstName, lastName, position, email, mobile };
  const typed = { ...person, right: "recorder", serial: "TK-000123", orderId: "", ...more };
  await granted(askForCode(ports, head, { typed, requestKey: ports.random.uuid() }));
  const { rows } = await seeOwnCodeAsks(ports, head, null);
  return rows.find(({ state }) => state === "waiting")?.id ?? "";
}
