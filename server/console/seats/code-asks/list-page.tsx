import type { ListedCodeAsk } from "../../../credentials/code-ask.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner, EmptyState } from "../../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { PageTurns } from "../../../http/page/pagination.tsx";
import { Table } from "../../../http/page/table.tsx";
import type { TurnedPage } from "../../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../../kernel/moment-place.ts";
import { formatMoment } from "../../../kernel/thai-date.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { seatsHome } from "../addresses.ts";
import { AskStateTag } from "./state-tag.tsx";
import { ownAskAddress, ownAsksPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly asks: TurnedPage<ListedCodeAsk, MomentPlace>;
  readonly isFirst: boolean;
  readonly isSent: boolean;
}

/** The user codes an agency's head asked for, and what became of each. */
export function OwnAsksPage({ page, staff, asks, isFirst, isSent }: Props) {
  const { codeAsks: words, rights } = page.words.credentials;
  return (
    <ConsoleLayout page={page} staff={staff} current="seats" title={words.title} back={seatsHome}>
      {isSent ? (
        <Banner tone="done" title={words.sent} live>
          {words.sentBody}
        </Banner>
      ) : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.passwords}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href={`${ownAsksPath}/new`}>
          {words.ask}
        </ButtonLink>
      </ButtonGroup>
      {asks.rows.length === 0 ? (
        <EmptyState title={words.none} icon="people">
          <p>{words.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.own}
          rows={asks.rows}
          columns={[
            {
              title: words.madeAt,
              cell: ({ madeAt }) => <span class="nowrap">{formatMoment(madeAt, page.language)}</span>,
              sorted: "descending",
            },
            { title: words.right, cell: ({ right }) => rights[right] },
            { title: words.state, cell: ({ state }) => <AskStateTag page={page} state={state} /> },
            {
              title: words.userCode,
              cell: ({ userCode }) => <span class="user-code">{userCode ?? words.notYet}</span>,
            },
            {
              title: words.open,
              cell: ({ id }) => <ButtonLink href={ownAskAddress(id)}>{words.open}</ButtonLink>,
            },
          ]}
        />
      )}
      <PageTurns
        page={page}
        turned={asks}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${ownAsksPath}?${new URLSearchParams(at).toString()}`}
      />
    </ConsoleLayout>
  );
}
