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

/** Every file that came with the petition; each opens marked with who looks. */
export function PetitionFiles({ page, seen }: Props) {
  const words = page.words.desk;
  return (
    <section class="card stack">
      <h2>{words.files}</h2>
      {seen.files.length === 0 ? (
        <p>{words.noFiles}</p>
      ) : (
        <>
          <p class="hint">
            {words.fileMark} {words.pdfNote}
          </p>
          <ul class="files">
            {seen.files.map((file) => (
              <li class="file">
                <FileLink page={page} petitionId={seen.id} file={file} />
              </li>
            ))}
          </ul>
        </>
      )}
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
