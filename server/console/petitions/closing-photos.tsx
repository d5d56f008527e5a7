import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Told } from "../../http/page/told.tsx";
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
 * The citizen's photos beside those of what was done (N10), and the way to take one: with the camera in this page, by
 * take-picture.js. No file can be chosen; what a crafted post sends is told apart only by the time it came, which is kept.
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
      <div
        class={`field${told.error ? " refused" : ""}`}
        id="picture-panel"
        data-only="camera"
        data-shoot={words.shoot}
        data-retake={words.retake}
        data-refused={words.noCamera}
      >
        <span class="label" id="photo" tabindex={-1}>
          {words.take}
        </span>
        <Told {...told} />
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
        <input id="picture" type="file" name="photo" accept="image/jpeg" hidden />
        <video id="picture-video" playsinline muted hidden></video>
        <img id="picture-shown" alt={words.taken} hidden />
        <p id="picture-state" role="status"></p>
        <span id="picture-moves" hidden>
          <Button kind="secondary" type="button" id="take-picture" icon="camera">
            {words.open}
          </Button>
        </span>
      </div>
      <div class="buttons">
        <Button kind="secondary">{words.keep}</Button>
      </div>
    </form>
  );
}
