import type { PageContext } from "../../http/page/context.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { DeskPetition, PetitionDocument } from "../../petitions/desk-petition.ts";
import { nameIn } from "../../visits/names.ts";
import { Standing } from "../documents/list-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: DeskPetition;
}

/** The page of a document. */
export function documentPath(id: string): string {
  return `/console/documents/${id}`;
}

/** What was issued or uploaded for the petition; nothing is issued before it was received. */
export function PetitionDocuments({ page, seen }: Props) {
  const words = page.words.desk;
  const { documents, status } = seen;
  if (documents.length === 0 && status === "submitted") return null;
  return (
    <section class="card stack">
      <h2>{words.documents}</h2>
      {documents.length === 0 ? <p>{words.noDocuments}</p> : null}
      <ul class="papers">
        {documents.map((document) => (
          <Paper page={page} document={document} />
        ))}
      </ul>
    </section>
  );
}

function Paper({ page, document }: { readonly page: PageContext; readonly document: PetitionDocument }) {
  const { papers, desk, page: shared } = page.words;
  const { id, number, title, standing, issuedAt, by, isDestroyed } = document;
  return (
    <li>
      <span class="two-lines">
        <a href={documentPath(id)}>{nameIn(title, page.language)}</a>
        <span class="tags">
          <span class="nowrap">{number}</span>
          <Standing page={page} standing={standing} />
        </span>
        <small>
          {formatMoment(issuedAt, page.language)} · {by ?? desk.gone}
        </small>
        {isDestroyed ? (
          <small>{shared.gone.title}</small>
        ) : (
          <a
            href={`${documentPath(id)}/file`}
            target="_blank"
            rel="noopener"
            aria-label={`${papers.issuing.download} ${nameIn(title, page.language)} ${number}`}
          >
            {papers.issuing.download}
          </a>
        )}
      </span>
    </li>
  );
}
