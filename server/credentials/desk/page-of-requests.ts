import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { Ports } from "../../ports.ts";
import { placeOfLine, type RequestLine, type RequestPlace } from "../request-line.ts";
import { listRequests, type WhoseRequests } from "../store/request-list.ts";
import { requestSystem } from "./file-request.ts";

export const requestsAPage = 20;

export type RequestTurn = Turn<RequestPlace> | null;
export type RequestsPage = TurnedPage<RequestLine, RequestPlace>;

/** A page of requests, those that wait first. Nobody is named in it. */
export async function pageOfRequests(
  ports: Pick<Ports, "db">,
  of: WhoseRequests,
  turn: RequestTurn,
): Promise<RequestsPage> {
  const asked = { turn, limit: requestsAPage + 1 };
  const found = await ports.db.as(requestSystem, (tx) => listRequests(tx, of, asked));
  return turnedPage(found, { turn, size: requestsAPage }, placeOfLine);
}
