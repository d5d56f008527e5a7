import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { faultAt } from "./typed.ts";

interface Props {
  readonly page: PageContext;
  /** A picture was taken and kept before; another may replace it. */
  readonly kept: boolean;
  /** The kept picture, for whoever took it; null: they may not see it. */
  readonly opens: string | null;
  readonly faults: readonly SummaryItem[];
}

/** The second panel for the way by number: take the picture of face and card, or choose a file. */
export function PicturePanel({ page, kept, opens, faults }: Props) {
  const words = page.words.counter;
  const told = { name: "picture", hint: words.pictureHint, error: faultAt(faults, "picture") };
  return (
    <section
      class="card stack"
      aria-labelledby="panel-proof"
      id="picture-panel"
      data-shoot={words.shoot}
      data-retake={words.retake}
      data-open={words.takePicture}
      data-refused={words.cameraRefused}
      data-shown={words.pictureChosen}
    >
      <h2 id="panel-proof">{words.proof}</h2>
      {kept ? (
        <Banner tone="done" title={words.pictureKept}>
          {opens === null ? null : (
            <a href={`/console/counter/pictures/${opens}`} target="_blank" rel="noopener">
              {words.pictureSee}
            </a>
          )}
        </Banner>
      ) : null}
      <FileField label={words.picture} accept="image/jpeg,image/png" {...told} />
      <video id="picture-video" playsinline muted hidden></video>
      <img id="picture-shown" alt={words.pictureChosen} hidden />
      <p id="picture-state" role="status"></p>
      <span id="picture-moves" hidden>
        <Button kind="secondary" type="button" id="take-picture" icon="camera">
          {words.takePicture}
        </Button>
      </span>
    </section>
  );
}
