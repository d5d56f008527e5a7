import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { viewQuery } from "../queue-query.ts";
import { countOtherViews, deleteView, insertView } from "../store/petition-view.ts";

/** More than fit beside one another are no help. */
export const mostViews = 12;
export const longestViewName = 40;

export type SaveViewRefusal =
  | { readonly kind: "view_name_empty" }
  | { readonly kind: "view_name_long" }
  | { readonly kind: "views_many" };

/**
 * Saves what an address of the queue shows under a name, for this officer alone. Only views, orders and filters of ours
 * are kept of it, never a place in the list and never a person. The same request again saves nothing more. Refuses no name, one past 40 letters, and a thirteenth.
 */
export async function saveView(
  ports: Ports,
  actor: Staff,
  input: { readonly name: string; readonly query: string; readonly requestKey: string },
): Promise<Result<{ readonly query: string }, SaveViewRefusal>> {
  const name = input.name.trim().replace(/\s+/g, " ");
  if (name === "") return refuse({ kind: "view_name_empty" });
  if ([...name].length > longestViewName) return refuse({ kind: "view_name_long" });
  const query = viewQuery(input.query);
  const { requestKey } = input;
  return ports.db.as(actor, async (tx) => {
    if ((await countOtherViews(tx, actor, requestKey)) >= mostViews) return refuse({ kind: "views_many" });
    const view = { id: ports.random.uuid(), name, query, madeAt: ports.clock.now() };
    await insertView(tx, actor, { ...view, requestKey });
    return ok({ query });
  });
}

/** Forgets a view of one's own. Refuses what is none: another's, or forgotten already. */
export async function dropView(
  ports: Ports,
  actor: Staff,
  id: string,
): Promise<Result<undefined, { readonly kind: "view_not_found" }>> {
  const isGone = isUuid(id) && (await ports.db.as(actor, (tx) => deleteView(tx, actor, id)));
  return isGone ? ok() : refuse({ kind: "view_not_found" });
}
