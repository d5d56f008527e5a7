import { mayStaff } from "../../agencies/role.ts";
import type { SeenLostPhone } from "../../credentials/actions/see-lost-phones.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../kernel/moment-place.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { letterTone, sayLetter } from "./say-letter.ts";

export const lostPhonesPath = "/console/lost-phones";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: TurnedPage<SeenLostPhone, MomentPlace>;
  readonly isFirst: boolean;
}

/** Phones that were reported lost, newest first, with how each letter stands (T7). */
export function LostPhonesPage({ page, staff, seen, isFirst }: Props) {
  const words = page.words.credentials.lost;
  return (
    <ConsoleLayout page={page} staff={staff} current="lostPhones" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {mayStaff(staff.level, "report_lost_phone") ? (
        <ButtonGroup>
          <ButtonLink kind="danger" href={`${lostPhonesPath}/new`}>
            {words.report}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      {seen.rows.length === 0 ? (
        <EmptyState title={words.empty} icon="shield" />
      ) : (
        <Table caption={words.caption} rows={seen.rows} columns={columnsOf(page)} />
      )}
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${lostPhonesPath}?${new URLSearchParams(at).toString()}`}
      />
    </ConsoleLayout>
  );
}

function columnsOf({ words: all, language }: PageContext): readonly Column<SeenLostPhone>[] {
  const words = all.credentials.lost;
  return [
    {
      title: words.userCode,
      cell: ({ id, userCode, agencyTh, agencyEn }) => (
        <span class="two-lines">
          <a class="figures" href={`${lostPhonesPath}/${id}`}>
            {userCode}
          </a>
          <small>{nameIn({ nameTh: agencyTh, nameEn: agencyEn }, language)}</small>
        </span>
      ),
    },
    { title: words.holder, cell: ({ name }) => <WholeName>{name}</WholeName> },
    { title: words.lostOn, cell: ({ lostOn }) => <span class="nowrap">{formatDay(lostOn, language)}</span> },
    {
      title: words.stoppedAt,
      cell: ({ stoppedAt }) => <span class="nowrap">{formatMoment(stoppedAt, language)}</span>,
      sorted: "descending",
    },
    {
      title: words.letter,
      cell: ({ letter }) => (
        <StatusTag tone={letterTone(letter)}>{sayLetter(all, letter, language)}</StatusTag>
      ),
    },
  ];
}
