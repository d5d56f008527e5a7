import type { Sql } from "postgres";
import type { PauseReason, PetitionOutcome } from "../../server/petitions/petition.ts";
import type { PetitionStatus } from "../../server/petitions/petition-status.ts";
import { sealContent } from "../../server/petitions/store/petition.ts";
import { makeTrackingNumber } from "../../server/petitions/tracking-number.ts";
import type { Ports } from "../../server/ports.ts";

export interface LaidPetition {
  readonly agencyId: string;
  readonly serviceId: string;
  readonly personId?: string;
  readonly status?: PetitionStatus;
  readonly outcome?: PetitionOutcome | null;
  readonly at?: Date;
  readonly dueDay?: string | null;
  readonly unitId?: string | null;
  readonly officerId?: string | null;
  readonly pauseReason?: PauseReason | null;
}

let laid = 0;

/** A petition straight into the table, for lists; it has no events. Answers its id. */
export async function layPetition(ports: Ports, all: Sql, made: LaidPetition): Promise<string> {
  laid += 1;
  const own = { id: ports.random.uuid(), dataKey: ports.vault.newDataKey() };
  const at = made.at ?? ports.clock.now();
  const status = made.status ?? "submitted";
  const outcome = made.outcome ?? (status === "completed" ? "done" : null);
  const sealed = sealContent(ports, own, { answers: {} });
  await all`insert into petition (agency_id, id, number, person_id, service_id, service_version, status, outcome, via,
      wants_paper, data_key, sealed, submitted_at, deemed_received_at, due_day, pause_reason, paused_at, unit_id,
      officer_id, version, completed_at, request_key)
    values (${made.agencyId}, ${own.id}, ${makeTrackingNumber(2569, 100_000 + laid)},
      ${made.personId ?? ports.random.uuid()}, ${made.serviceId}, 1, ${status}, ${outcome}, 'line', false,
      ${Buffer.from(own.dataKey)}, ${Buffer.from(sealed)}, ${at}, ${at}, ${made.dueDay ?? null},
      ${made.pauseReason ?? null}, ${made.pauseReason ? at : null}, ${made.unitId ?? null}, ${made.officerId ?? null},
      1, ${status === "completed" ? at : null}, ${ports.random.uuid()})`;
  return own.id;
}
