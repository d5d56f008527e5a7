import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { holderActor } from "../desk/key-actor.ts";
import type { SeatSession } from "../seat-session.ts";

/** Writes down that somebody of a seat signed out at a computer, wholly or half in. The face ends the session. */
export async function signOutOfSeat(
  ports: Pick<Ports, "db" | "clock" | "random">,
  actor: Gate,
  { session }: { readonly session: SeatSession },
): Promise<void> {
  const { id: subjectId } = session;
  const whose = holderActor(session);
  await ports.db.as(actor, (tx) =>
    record(ports, tx, { action: "seat_session.signed_out", actor: whose, subjectId }),
  );
}
