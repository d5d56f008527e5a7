import type { AnswerSection } from "../../http/form-page/answers-shown.tsx";
import { sizeText } from "../../http/form-page/files-field.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { DeskPetition, DeskPetitionFile } from "../../petitions/desk-petition.ts";
import { petitionPath } from "./address.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: DeskPetition;
}

/** Where a file of a petition is opened. */
export function filePath(petitionId: string, fileId: string): string {
  return `${petitionPath(petitionId)}/files/${fileId}`;
}

/**
 * The files that stand under no question and no message any more: a correction put others in their place, or they came
 * when the petition was opened again. Each opens marked with who looks.
 */
export function OtherFiles({
  page,
  seen,
  sections,
}: Props & { readonly sections: readonly AnswerSection[] }) {
  const words = page.words.desk;
  const answered = sections.flatMap(({ rows }) => rows.flatMap(({ files }) => files));
  const said = seen.messages.flatMap(({ files }) => files);
  const elsewhere = new Set([...answered, ...said].map(({ id }) => id));
  const others = seen.files.filter(({ id }) => !elsewhere.has(id));
  if (others.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{words.files}</h2>
      <p class="hint">{words.filesHint}</p>
      <ul class="files">
        {others.map((file) => (
          <li class="file">
            <FileLink page={page} petitionId={seen.id} file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to one file. */
export function FileLink(props: {
  readonly page: PageContext;
  readonly petitionId: string;
  readonly file: Pick<DeskPetitionFile, "id" | "name" | "size">;
}) {
  const { page, petitionId, file } = props;
  return (
    <span class="file-name">
      <a
        href={filePath(petitionId, file.id)}
        target="_blank"
        rel="noopener"
        aria-label={page.words.desk.openFile(file.name)}
      >
        {file.name}
      </a>{" "}
      <small>{sizeText(file.size)}</small>
    </span>
  );
}
