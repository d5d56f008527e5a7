import { Button } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Icon } from "../../server/http/page/icon.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { ScannerFrame } from "../../server/http/page/scanner-frame.tsx";

export interface ScanPageProps {
  readonly page: PageContext;
  /** The host inside our QRs; others are named and not opened. */
  readonly host: string;
  /** Null where LINE's own scanner cannot be asked for. */
  readonly liffId: string | null;
  readonly delegationId: string | null;
  /** The name of whom the code is for, when it is not the reader. */
  readonly forName: string | null;
  readonly typed: string;
  /** The sentence of a refused short code. */
  readonly refusal: string | null;
}

/** The ladder of scanning: camera, LINE's scanner, a picture, and the typed code, which needs no script. */
export function ScanPage(props: ScanPageProps) {
  const { page, delegationId, forName, refusal } = props;
  const words = page.words.scan;
  return (
    <Layout
      page={page}
      title={words.title}
      back={delegationId ? `/liff/for/${delegationId}` : "/liff/home"}
      wrong={refusal !== null}
      scripts={["scan.js"]}
      data={dataOf(props)}
    >
      <ErrorSummary page={page} items={refusal ? [{ field: "shortCode", sentence: refusal }] : []} />
      <h1>{words.title}</h1>
      {forName === null ? null : <p class="lead">{words.forTitle(forName)}</p>}
      <CameraRungs page={page} />
      <ShortCodeForm {...props} />
    </Layout>
  );
}

function CameraRungs({ page }: { page: PageContext }) {
  const words = page.words.scan;
  return (
    <>
      <section class="stack" id="explain">
        <p>{words.lead}</p>
        <p class="lead">{words.why}</p>
        <button class="button primary awaits-script" type="button" id="open-camera">
          <Icon name="camera" />
          <span>{words.openCamera}</span>
        </button>
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
      </section>
      <ScannerFrame label={words.aim}>
        <button type="button" id="torch" aria-pressed="false" hidden>
          <Icon name="torch" />
          {words.torch}
        </button>
        <button type="button" id="close-camera">
          <Icon name="cross" />
          {words.closeCamera}
        </button>
      </ScannerFrame>
      <p id="said" class="said plain" role="status" hidden></p>
      <button class="button secondary" type="button" id="line-scan" hidden>
        <Icon name="qr" />
        <span>{words.line}</span>
      </button>
      <div class="awaits-script" id="album">
        <input class="visually-hidden" type="file" id="picture" accept="image/*" />
        <label class="button secondary" for="picture">
          <Icon name="picture" />
          <span>{words.album}</span>
        </label>
      </div>
    </>
  );
}

function ShortCodeForm({ page, delegationId, typed, refusal }: ScanPageProps) {
  const words = page.words.scan;
  return (
    <form class="stack scan-typed" method="post" action="/liff/scan" novalidate>
      {delegationId ? <input type="hidden" name="for" value={delegationId} /> : null}
      <Field
        name="shortCode"
        label={words.shortCode}
        hint={words.shortCodeHint}
        inputmode="numeric"
        maxlength={40}
        figures
        value={typed}
        error={refusal ?? undefined}
      />
      <Button kind="secondary" icon="keyboard">
        {words.shortCodeSubmit}
      </Button>
    </form>
  );
}

function dataOf({ page, host, liffId, delegationId }: ScanPageProps): Record<`data-${string}`, string> {
  return {
    "data-host": host,
    "data-for": delegationId ?? "",
    "data-liff-id": liffId ?? "",
    "data-wasm": page.asset("zxing_reader.wasm"),
    "data-worker": page.asset("scan-worker.js"),
    "data-words": JSON.stringify(page.words.scan.client),
  };
}
