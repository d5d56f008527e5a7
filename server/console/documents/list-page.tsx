import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import { PageTurns } from "../../http/page/pagination.tsx";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../kernel/moment-place.ts";
import { bangkokDay, formatDay } from "../../kernel/thai-date.ts";
import type { DeskDocument } from "../../petitions/desk-document.ts";
import type { DocumentStanding } from "../../petitions/document-standing.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly documents: TurnedPage<DeskDocument, MomentPlace>;
  readonly text: string;
  readonly isFirst: boolean;
}

const tones: Readonly<Record<DocumentStanding, Tone>> = {
  genuine: "done",
  replaced: "plain",
  revoked: "refused",
  expired: "waiting",
};

/** How a document stands, as a word and a shape. */
export function Standing({
  page,
  standing,
}: {
  readonly page: PageContext;
  readonly standing: DocumentStanding;
}) {
  return <StatusTag tone={tones[standing]}>{page.words.papers.standings[standing]}</StatusTag>;
}

/** What the agency issued, latest first, to be found by number. */
export function DocumentsPage({ page, staff, documents, text, isFirst }: Props) {
  const words = page.words.papers.issuing;
  const { rows } = documents;
  return (
    <ConsoleLayout page={page} staff={staff} current="documents" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="filters" method="get" action="/console/documents">
        <Field name="q" label={words.find} hint={words.findHint} value={text} type="search" maxlength={60} />
        <Button kind="secondary">{words.findYes}</Button>
        {text === "" ? null : (
          <ButtonLink kind="quiet" href="/console/documents">
            {words.all}
          </ButtonLink>
        )}
        <ButtonLink href="/console/documents/delays">{words.delays}</ButtonLink>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={text === "" ? words.empty : words.nothing}>
          {text === "" ? <p>{words.emptyNext}</p> : null}
        </EmptyState>
      ) : (
        <Rows page={page} rows={rows} />
      )}
      <PageTurns
        page={page}
        turned={documents}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) =>
          `/console/documents?${new URLSearchParams({ ...at, ...(text === "" ? {} : { q: text }) }).toString()}`
        }
      />
    </ConsoleLayout>
  );
}

function Rows({ page, rows }: { readonly page: PageContext; readonly rows: readonly DeskDocument[] }) {
  const words = page.words.papers;
  const { language } = page;
  return (
    <Table
      caption={words.issuing.title}
      rows={rows}
      columns={[
        {
          title: words.number,
          cell: ({ id, number }) => (
            <a class="nowrap" href={`/console/documents/${id}`}>
              {number}
            </a>
          ),
        },
        { title: words.document, cell: ({ title }) => nameIn(title, language) },
        { title: words.holder, cell: ({ holder }) => holder },
        { title: words.standing, cell: ({ standing }) => <Standing page={page} standing={standing} /> },
        {
          title: words.issuedAt,
          cell: ({ issuedAt }) => <span class="nowrap">{formatDay(bangkokDay(issuedAt), language)}</span>,
        },
        {
          title: words.validUntil,
          cell: ({ validUntil }) => (
            <span class="nowrap">{validUntil === null ? "–" : formatDay(validUntil, language)}</span>
          ),
        },
      ]}
    />
  );
}
