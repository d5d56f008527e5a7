import { EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { StatusTag, type Tone } from "../../server/http/page/status-tag.tsx";
import type { TurnedPage } from "../../server/kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../server/kernel/moment-place.ts";
import { bangkokDay, formatDay } from "../../server/kernel/thai-date.ts";
import type { DocumentStanding } from "../../server/petitions/document-standing.ts";
import type { OwnDocument } from "../../server/petitions/own-document.ts";
import { nameIn } from "../../server/visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly documents: TurnedPage<OwnDocument, MomentPlace>;
  readonly isFirst: boolean;
}

export const standingTones: Readonly<Record<DocumentStanding, Tone>> = {
  genuine: "done",
  replaced: "plain",
  revoked: "refused",
  expired: "waiting",
};

/** Everything agencies issued to the reader, latest first. */
export function FolderPage({ page, documents, isFirst }: Props) {
  const words = page.words.papers.folder;
  const { rows } = documents;
  const hasLicence = rows.some(({ kind, standing }) => kind === "licence" && standing === "genuine");
  return (
    <Layout page={page} title={words.title} back="/liff/home">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {hasLicence ? (
        <ButtonLink kind="primary" icon="qr" href="/liff/documents/show">
          {words.showAll}
        </ButtonLink>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        <Card>
          {rows.map((document) => (
            <DocumentRow page={page} document={document} />
          ))}
        </Card>
      )}
      <PageTurns
        page={page}
        turned={documents}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `/liff/documents?${new URLSearchParams(at).toString()}`}
      />
    </Layout>
  );
}

function DocumentRow({ page, document }: { readonly page: PageContext; readonly document: OwnDocument }) {
  const { language } = page;
  const words = page.words.papers;
  return (
    <LinkRow
      href={`/liff/documents/${document.id}`}
      title={nameIn(document.title, language)}
      detail={
        <>
          {words.number} {document.number}
          <br />
          {nameIn(document.agency, language)}
          <br />
          {formatDay(bangkokDay(document.issuedAt), language)}
          {document.isDestroyed ? (
            <>
              <br />
              {page.words.page.gone.title}
            </>
          ) : null}
        </>
      }
      end={
        <StatusTag tone={standingTones[document.standing]}>{words.standings[document.standing]}</StatusTag>
      }
    />
  );
}
