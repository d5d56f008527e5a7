import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { describedBy, Told } from "../../http/page/told.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { DeskPetition, DeskPetitionFile } from "../../petitions/desk-petition.ts";
import { closesWithPhoto } from "../../petitions/desk-step.ts";
import { petitionPath } from "./address.ts";
import { filePath } from "./petition-files.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: DeskPetition;
  readonly requestKey: string;
  readonly faults: readonly SummaryItem[];
}

/**
 * The citizen's photos beside those of what was done (N10), and the way to take one. `capture` opens the camera on
 * phones; no browser can promise that a picture is no older one, which the page says.
 */
export function ClosingPhotos({ page, seen, requestKey, faults }: Props) {
  if (!closesWithPhoto(seen.definition)) return null;
  const words = page.words.desk.photo;
  const before = seen.files.filter(({ mediaType }) => mediaType.startsWith("image/"));
  return (
    <section class="card stack">
      <h2>{words.title}</h2>
      <div class="photo-pair">
        <Photos page={page} seen={seen} title={words.before} photos={before} />
        <Photos page={page} seen={seen} title={words.after} photos={seen.closing} />
      </div>
      {seen.status === "completed" ? null : (
        <TakePhoto page={page} seen={seen} requestKey={requestKey} faults={faults} />
      )}
    </section>
  );
}

function Photos(
  props: Pick<Props, "page" | "seen"> & {
    readonly title: string;
    readonly photos: readonly DeskPetitionFile[];
  },
) {
  const { page, seen, title, photos } = props;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {photos.length === 0 ? <p class="hint">{page.words.desk.photo.none}</p> : null}
      {photos.map(({ id, name }) => (
        <a href={filePath(seen.id, id)} target="_blank" rel="noopener">
          <img src={filePath(seen.id, id)} alt={page.words.desk.openFile(name)} loading="lazy" />
        </a>
      ))}
    </figure>
  );
}

function TakePhoto({ page, seen, requestKey, faults }: Props) {
  const words = page.words.desk.photo;
  const told = {
    name: "photo",
    hint: words.lead,
    error: faults.find(({ field }) => field === "photo")?.sentence,
  };
  return (
    <form
      class="stack no-print"
      method="post"
      action={`${petitionPath(seen.id)}/photo`}
      enctype="multipart/form-data"
    >
      <input type="hidden" name={requestKeyField} value={requestKey} />
      <div class={`field${told.error ? " refused" : ""}`}>
        <label class="label" for="photo">
          {words.take}
        </label>
        <Told {...told} />
        <input
          id="photo"
          class="input"
          type="file"
          name="photo"
          accept="image/jpeg,image/png"
          capture="environment"
          {...describedBy(told)}
        />
      </div>
      <div class="buttons">
        <Button kind="secondary" icon="camera">
          {words.keep}
        </Button>
      </div>
    </form>
  );
}
