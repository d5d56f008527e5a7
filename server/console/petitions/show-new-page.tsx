import type { AppContext } from "../../http/env.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { seeCounterServices } from "../../petitions/actions/file-at-counter.ts";
import { sessionOf, staffOf } from "../gates.ts";
import { NewPetitionPage, nobody, type NewTold, type TypedComer } from "./new-page.tsx";

/** What the page shows again of what was typed, and what it tells. */
export interface ShownNew {
  readonly typed?: TypedComer;
  readonly number?: string;
  readonly faults?: readonly SummaryItem[];
  readonly told?: NewTold | null;
  /** The answer of too many wrong numbers. */
  readonly status?: 429;
}

/** The page where filing at the counter begins. */
export async function showNewPage(c: AppContext, shown: ShownNew): Promise<Response> {
  const { typed = nobody, number = "", faults = [], told = null, status } = shown;
  const services = await seeCounterServices(c.var.ports, staffOf(c));
  const props = { page: pageContext(c), staff: sessionOf(c), services, typed, number, faults, told };
  return sendPage(c, <NewPetitionPage {...props} />, {
    status: status ?? (faults.length > 0 ? 422 : 200),
  });
}
