import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Gate } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { Names } from "../../visits/names.ts";
import type { DocumentCode } from "../document-code.ts";
import type { PublicItem } from "../public-item.ts";
import { listListed } from "../store/listed-document.ts";
import { findAgencyOfSlug } from "../store/local-government.ts";

/** A licence as it is listed publicly. */
export interface ListedLicence {
  readonly id: string;
  readonly number: string;
  readonly title: Names;
  readonly items: readonly PublicItem[];
  readonly issuedAt: Date;
  readonly validUntil: BangkokDay | null;
  readonly code: DocumentCode;
}

export interface LicenceList {
  readonly agency: Names;
  readonly slug: string;
  readonly page: TurnedPage<ListedLicence, MomentPlace>;
}

const size = 50;
const longestSearch = 100;

/**
 * The licences of a local government that are good today, latest first, without any number of a person (Electronic
 * Official Performance Act 2565, s. 13). Refuses a slug that is nobody's.
 */
export async function listLicences(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  input: { readonly slug: string; readonly text: string; readonly turn: Turn<MomentPlace> | null },
): Promise<Result<LicenceList, { readonly kind: "agency_missing" }>> {
  const { slug, turn } = input;
  const text = input.text.normalize("NFC").trim().slice(0, longestSearch);
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const agencyId = await findAgencyOfSlug(tx, slug);
    const agency = agencyId === null ? null : await findAgencyPlace(tx, agencyId);
    if (agencyId === null || !agency) return refuse({ kind: "agency_missing" });
    const found = await listListed(tx, { agencyId, text, today }, { turn, limit: size + 1 });
    const rows = found.map(
      ({ id, number, titleTh, titleEn, listed, issuedAt, validUntil, checkCode }): ListedLicence => ({
        ...{ id, number, issuedAt, validUntil },
        title: { nameTh: titleTh, nameEn: titleEn },
        items: listed ?? [],
        code: checkCode,
      }),
    );
    const page = turnedPage(rows, { turn, size }, ({ issuedAt, id }) => ({ at: issuedAt, id }));
    return ok({ agency: { nameTh: agency.nameTh, nameEn: agency.nameEn }, slug, page });
  });
}
