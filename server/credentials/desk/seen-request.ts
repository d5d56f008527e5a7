import { findPetition } from "../../petitions/store/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { RequestMessage } from "../request-message.ts";
import type { RequestState } from "../service-request.ts";
import { shownState } from "../store/request-list.ts";
import type { KeptRequest } from "../store/service-request.ts";
import { nameSigners, type RequestSigners } from "./name-signers.ts";
import { readThread } from "./request-thread.ts";

/** A request with its petition's number, day and thread, as those who may see it see it. */
export interface SeenRequest extends KeptRequest {
  /** Empty: it was not sent yet. */
  readonly number: string;
  readonly dueDay: string | null;
  readonly shown: RequestState;
  readonly thread: readonly RequestMessage[];
  readonly signers: RequestSigners;
}

/** Puts a request together with what its petition says. Runs as the system. */
export async function seenOf(ports: Ports, tx: Tx, request: KeptRequest): Promise<SeenRequest> {
  const { petitionId, issuerId, state } = request;
  const signers = await nameSigners(ports, tx, request);
  if (petitionId === null) return { ...request, signers, number: "", dueDay: null, shown: state, thread: [] };
  const petition = await findPetition(tx, issuerId, petitionId);
  if (!petition) throw new Error("a request of no petition");
  const { number, dueDay, outcome } = petition;
  const thread = await readThread(ports, tx, petition);
  return { ...request, signers, number, dueDay, shown: shownState(state, outcome), thread };
}
