import { mayStaff } from "../../agencies/role.ts";
import { listStaffOfLevel } from "../../agencies/store/staff-of-level.ts";
import { record } from "../../audit/store.ts";
import { countUp } from "../../identity/store/limit.ts";
import type { Holder, LineUser, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import { writeMessage } from "../../petitions/desk/write-message.ts";
import { paces } from "../../petitions/pace.ts";
import { findPetition } from "../../petitions/store/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { holderActor } from "../desk/key-actor.ts";
import { findKeyForRequest } from "../desk/key-for-request.ts";
import { tellRequest } from "../desk/tell-request.ts";
import type { RequestSpeaker } from "../request-message.ts";
import { mayRead, type RequestReader } from "../request-reader.ts";
import type { SayInRequestRefusal } from "../request-refusal.ts";
import { findRequest, type KeptRequest } from "../store/service-request.ts";

/** A line holds no more. */
export const longestRequestMessage = 2_000;

type Said = Result<undefined, SayInRequestRefusal>;

interface Line {
  readonly requestId: string;
  readonly text: string;
  readonly requestKey: string;
}

/** Somebody in a seat writes into the thread of a request they may read, at a computer. */
export function sayOwn(ports: Ports, actor: Holder, reader: RequestReader, line: Line): Promise<Said> {
  return say(ports, line, (_, request) => (mayRead(request, reader) ? { by: "holder", actor } : null));
}

/** The same on the phone that holds their key. */
export function sayOnPhone(ports: Ports, phone: LineUser, line: Line): Promise<Said> {
  return say(ports, line, async (tx, { id }) => {
    const found = await findKeyForRequest(ports, tx, phone, id);
    return found && { by: "holder", actor: holderActor(found.key) };
  });
}

/** An agency's head, or a registrar of the central office, writes into the thread of a request of theirs. */
export function sayAsStaff(ports: Ports, actor: Staff, line: Line): Promise<Said> {
  return say(ports, line, (_, request) => {
    if (request.issuerId === actor.agencyId && mayStaff(actor.level, "register_tokens"))
      return { by: "office", actor };
    return request.agencyId === actor.agencyId ? { by: "head", actor } : null;
  });
}

type Speaker =
  | { readonly by: "holder"; readonly actor: Holder }
  | { readonly by: Exclude<RequestSpeaker, "holder">; readonly actor: Staff };

/**
 * Writes a line into the thread of the petition that a request is; the others are told by mail. The same form again writes
 * none. Refuses what is not the speaker's as not found, one that is not signed yet, an empty or too long line, and more than
 * an hour takes.
 */
function say(
  ports: Ports,
  line: Line,
  speakerOf: (tx: Tx, request: KeptRequest) => Speaker | null | Promise<Speaker | null>,
): Promise<Said> {
  const text = line.text.normalize("NFC").trim();
  return ports.db.as(requestSystem, async (tx) => {
    const request = isUuid(line.requestId) ? await findRequest(ports, tx, line.requestId) : null;
    const speaker = request && (await speakerOf(tx, request));
    if (!request || !speaker) return refuse({ kind: "request_not_found" });
    if (request.petitionId === null) return refuse({ kind: "request_unsigned" });
    if (text === "") return refuse({ kind: "words_missing" });
    if (text.length > longestRequestMessage)
      return refuse({ kind: "words_long", most: longestRequestMessage });
    const now = ports.clock.now();
    const doerId = speaker.by === "holder" ? speaker.actor.personId : speaker.actor.staffId;
    const pace = speaker.by === "office" ? paces.deskMessages : paces.messages;
    if ((await countUp(tx, pace, doerId, now)) > pace.most) return refuse({ kind: "messages_many" });
    const petition = await findPetition(tx, request.issuerId, request.petitionId);
    if (!petition) throw new Error("a request of no petition");
    const doer = speaker.by === "holder" ? "citizen" : "staff";
    const said = { doer, doerId, text, requestKey: line.requestKey } as const;
    if (!(await writeMessage(ports, tx, petition, said))) return ok();
    const { agencyId, seatId, id: subjectId } = request;
    const refs = { seatId, by: speaker.by };
    await record(ports, tx, {
      action: "service_request.said",
      actor: speaker.actor,
      agencyId,
      subjectId,
      refs,
    });
    await tellOthers(ports, tx, request, speaker, doerId);
    return ok();
  });
}

/** The holder by mail, the heads of the agency, and for what comes from outside the registrars; never who wrote it. */
async function tellOthers(
  ports: Ports,
  tx: Tx,
  request: KeptRequest,
  { by }: Speaker,
  writerId: string,
): Promise<void> {
  if (by !== "holder") await tellRequest(ports, tx, request, "seat_request_answered");
  const heads = await listStaffOfLevel(tx, request.agencyId, "seat_head");
  const registrars = by === "office" ? [] : await listStaffOfLevel(tx, request.issuerId, "token_registrar");
  const told = [...heads, ...registrars].filter((staffId) => staffId !== writerId);
  for (const staffId of told) {
    const refs = { staffId, holdingId: request.holdingId, requestId: request.id };
    await queue(ports, tx, { kind: "staff_request_said", medium: "mail", refs });
  }
}
