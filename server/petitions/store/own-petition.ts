import { and, asc, desc, eq, gt, inArray, like, lt, ne, or, sql } from "drizzle-orm";
import { agency, petition, satisfaction, serviceVersion } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Tx } from "../../ports.ts";
import type { Names } from "../../visits/names.ts";
import type { ListedPetition } from "../followed-petition.ts";
import { petitionColumns } from "./petition.ts";
import { isShown } from "./shown-petition.ts";

/** Those that run, or those that ended. */
export type OwnShelf = "open" | "completed";

/** Petitions of a person at every agency that their account may see, latest first, for one page. */
export async function listOwn(
  tx: Tx,
  personId: string,
  asked: {
    readonly shelf: OwnShelf | null;
    readonly turn: Turn<MomentPlace> | null;
    readonly limit: number;
    /** Only these; left out: all. */
    readonly ids?: readonly string[];
  },
): Promise<readonly ListedPetition[]> {
  const { shelf, turn, limit, ids } = asked;
  const up = readsUp(turn, "down");
  const rows = await tx
    .select({
      agencyId: petition.agencyId,
      id: petition.id,
      number: petitionColumns.number,
      agency: { nameTh: agency.nameTh, nameEn: agency.nameEn },
      service: {
        th: sql<string>`${serviceVersion.definition}->'name'->>'th'`,
        en: sql<string | null>`${serviceVersion.definition}->'name'->>'en'`,
      },
      status: petitionColumns.status,
      outcome: petitionColumns.outcome,
      pause: petitionColumns.pauseReason,
      submittedAt: petition.submittedAt,
      dueDay: petitionColumns.dueDay,
      testUntil: petitionColumns.testUntil,
    })
    .from(petition)
    .innerJoin(agency, eq(agency.id, petition.agencyId))
    .innerJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, petition.agencyId),
        eq(serviceVersion.serviceId, petition.serviceId),
        eq(serviceVersion.version, petition.serviceVersion),
      ),
    )
    .where(
      and(
        eq(petition.personId, personId),
        isShown,
        shelf === null ? undefined : (shelf === "open" ? ne : eq)(petition.status, "completed"),
        turn === null ? undefined : besides(turn.place, up),
        ids === undefined ? undefined : inArray(petition.id, [...ids]),
      ),
    )
    .orderBy(
      up ? asc(petition.submittedAt) : desc(petition.submittedAt),
      up ? asc(petition.id) : desc(petition.id),
    )
    .limit(limit);
  return rows;
}

function besides({ at, id }: MomentPlace, up: boolean) {
  const past = up ? gt : lt;
  return or(past(petition.submittedAt, at), and(eq(petition.submittedAt, at), past(petition.id, id)));
}

/** A person's petition of that number at any agency, its check characters there or not; null: none of theirs. */
export async function findOwnOfNumber(
  tx: Tx,
  personId: string,
  number: string,
): Promise<{ readonly agencyId: string; readonly id: string } | null> {
  const [row] = await tx
    .select({ agencyId: petition.agencyId, id: petition.id })
    .from(petition)
    .where(
      and(
        eq(petition.personId, personId),
        isShown,
        or(eq(petition.number, number), like(petition.number, `${number.replace(/[%_\\]/g, "")}-__`)),
      ),
    )
    .orderBy(desc(petition.submittedAt))
    .limit(1);
  return row ?? null;
}

/** What an agency is called; null: there is none. */
export async function findAgencyNames(tx: Tx, agencyId: string): Promise<Names | null> {
  const [row] = await tx
    .select({ nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(agency)
    .where(eq(agency.id, agencyId));
  return row ?? null;
}

/** How content the citizen said to be; null: not said. */
export async function findStars(tx: Tx, agencyId: string, petitionId: string): Promise<number | null> {
  const [row] = await tx
    .select({ stars: satisfaction.stars })
    .from(satisfaction)
    .where(and(eq(satisfaction.agencyId, agencyId), eq(satisfaction.petitionId, petitionId)));
  return row?.stars ?? null;
}

/** Keeps how content the citizen was, once a petition: what was said first stands. */
export async function insertStars(
  tx: Tx,
  said: {
    readonly agencyId: string;
    readonly petitionId: string;
    readonly personId: string;
    readonly serviceId: string;
    readonly stars: number;
    readonly saidAt: Date;
  },
): Promise<void> {
  await tx.insert(satisfaction).values(said).onConflictDoNothing();
}
