import { parseRequestPlace, type RequestPlace } from "../credentials/request-line.ts";
import type { Turn } from "../kernel/keyset.ts";
import type { AppContext } from "./env.ts";
import { readTurn } from "./page/turn.ts";

/** Where the page of a list of requests for service lies that an address asks for; null: at the beginning. */
export function requestTurn(c: AppContext): Turn<RequestPlace> | null {
  return readTurn((name) => c.req.query(name), parseRequestPlace);
}
