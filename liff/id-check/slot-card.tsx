import { Button } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { FileField } from "../../server/http/page/file-field.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import type { IdPictureSlot } from "../../server/identity/id-check.ts";
import type { OwnIdCheck, OwnIdPicture } from "../../server/identity/own-id-check.ts";

type MaskName = "religion" | "blood" | "laser";

/** What may be covered on a picture of each slot, where it usually stands: left, top, width, height in hundredths. */
const masksOf: Readonly<Record<IdPictureSlot, readonly (readonly [MaskName, string])[]>> = {
  card_front: [
    ["religion", "30 56 26 8"],
    ["blood", "58 56 18 8"],
  ],
  card_back: [["laser", "4 10 40 10"]],
  card_with_face: [
    ["religion", "40 74 22 6"],
    ["blood", "64 74 14 6"],
  ],
};

interface Props {
  readonly page: PageContext;
  readonly own: OwnIdCheck;
  readonly picture: OwnIdPicture;
  readonly action: string;
  readonly error: string | undefined;
}

/** One picture that is asked for: what it must show, where it stands, and how to send it. */
export function SlotCard(props: Props) {
  const { page, own, picture } = props;
  const words = page.words.idCheck;
  const { slot, pictureId, faults } = picture;
  const wasGood = own.state === "sent_back" && picture.isSent;
  return (
    <section class="card id-slot" id={slot}>
      <h2>{words.slots[slot]}</h2>
      <p>
        {pictureId === null ? (
          <StatusTag tone={faults.length > 0 ? "refused" : "plain"}>
            {faults.length > 0 ? words.redo : words.missing}
          </StatusTag>
        ) : (
          <StatusTag tone="done">{wasGood ? words.good : words.kept}</StatusTag>
        )}
      </p>
      {faults.length > 0 ? (
        <ul class="id-faults">
          {faults.map((fault) => (
            <li>{words.faults[fault]}</li>
          ))}
        </ul>
      ) : null}
      {pictureId === null ? null : (
        <img
          class="id-kept"
          src={`/liff/id-check/${own.agency.slug}/pictures/${pictureId}`}
          alt={words.picture(words.slots[slot])}
          loading="lazy"
        />
      )}
      {wasGood ? null : (
        <>
          <p class="hint">{words.hints[slot]}</p>
          <SlotForm {...props} />
        </>
      )}
    </section>
  );
}

/** Works by choosing a file and sending it; the script adds the camera, the cross-out on the phone and its preview. */
function SlotForm({ page, own, picture, action, error }: Props) {
  const words = page.words.idCheck;
  const { slot, pictureId } = picture;
  return (
    <form
      class="stack"
      method="post"
      action={action}
      enctype="multipart/form-data"
      data-id-slot={slot}
      data-words={own.words}
      data-typeface={page.asset("sarabun-700.ttf")}
      data-sending={words.sending}
      data-lost={words.lost}
      data-kept={words.keptUnseen}
      data-undrawable={words.undrawable}
    >
      <div data-part="field">
        <FileField
          name={`picture-${slot}`}
          label={pictureId === null ? words.choose : words.again}
          accept="image/jpeg,image/png"
          error={error}
        />
      </div>
      <div class="id-moves" data-part="moves" hidden>
        <Button kind="secondary" icon="camera" type="button" name="camera">
          {pictureId === null ? words.camera : words.again}
        </Button>
        <Button kind="secondary" icon="picture" type="button" name="album">
          {words.album}
        </Button>
      </div>
      <div class="id-shown" data-part="shown" hidden>
        <p>
          <strong>{words.shown}</strong> {words.shownHint}
        </p>
        <div class="id-canvas" data-part="frame">
          <canvas role="img" aria-label={words.shown}></canvas>
        </div>
        <div class="id-moves">
          {masksOf[slot].map(([name, place]) => (
            <button
              type="button"
              class="button quiet"
              aria-pressed="false"
              data-mask={place}
              data-move={words.maskMove(words.masks[name])}
            >
              <span>{words.masks[name]}</span>
            </button>
          ))}
        </div>
      </div>
      <progress data-part="progress" max="100" value="0" aria-label={words.sending} hidden></progress>
      <p class="refusal" role="status" data-part="state"></p>
      <div data-part="send">
        <Button kind={pictureId === null ? "primary" : "secondary"}>{words.send}</Button>
      </div>
    </form>
  );
}
