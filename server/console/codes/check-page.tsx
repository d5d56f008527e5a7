import type { StaffSession } from "../../http/env.ts";
import { Banner, type BannerTone } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Field } from "../../http/page/field.tsx";
import { Icon } from "../../http/page/icon.tsx";
import { ScannerFrame } from "../../http/page/scanner-frame.tsx";
import { Table } from "../../http/page/table.tsx";
import type { CheckDesk } from "../../visits/actions/see-check-desk.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { Checked, type Shown } from "./checked.tsx";
import { checkPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly desk: CheckDesk;
  /** What was found for what was posted; null: nothing was. */
  readonly shown: Shown | null;
  /** A code was marked a moment ago, by the page without a script. */
  readonly done: "used" | "was_used" | null;
}

/**
 * Checks codes at the counter (F6, N2): what a scanner, the camera or a hand brings. It works as a form alone; with its
 * script it goes on without a network.
 */
export function CheckPage({ page, staff, desk, shown, done }: Props) {
  const words = page.words.codes;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="codes"
      title={words.title}
      wrong={shown?.verdict.tone === "refused"}
      scripts={["check-codes.js"]}
      data={dataOf(page, staff, desk)}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p id="network" class="said plain" role="status" hidden></p>
      <form id="check-form" class="stack check-form" method="post" action={checkPath} novalidate>
        <Field name="text" label={words.field} hint={words.fieldHint} figures maxlength={600} autofocus />
        <Button icon="check" kind={shown?.verdict.mayMark ? "secondary" : "primary"}>
          {words.submit}
        </Button>
      </form>
      <CameraRung page={page} />
      <section id="result" class="stack" aria-live="polite">
        {done === null ? null : (
          <Banner tone={done === "used" ? "done" : "waiting"} title={words.done[done][0] ?? ""} live>
            {words.done[done][1]}
          </Banner>
        )}
        {shown ? <Checked page={page} {...shown} /> : null}
      </section>
      <KeptMarks page={page} />
      <Moulds page={page} />
    </ConsoleLayout>
  );
}

function CameraRung({ page }: { page: PageContext }) {
  const words = page.words.codes;
  return (
    <>
      <button class="button secondary awaits-script" type="button" id="open-camera">
        <Icon name="camera" />
        <span>{words.openCamera}</span>
      </button>
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
      <p id="camera-said" class="said plain" role="status" hidden></p>
    </>
  );
}

/** What was used from this machine, drawn by the script: it stands in the browser until it is sent. */
function KeptMarks({ page }: { page: PageContext }) {
  const words = page.words.codes;
  const columns = [words.code, words.service, words.kept.markedAt, words.kept.state];
  return (
    <section id="kept" class="stack" hidden>
      <p id="kept-others" hidden></p>
      <Table
        caption={words.kept.title}
        columns={columns.map((title) => ({ title, cell: () => "" }))}
        rows={[]}
      />
    </section>
  );
}

const tones: readonly BannerTone[] = ["done", "waiting", "refused", "info"];

/** One banner of each tone, and the button, for the script to fill. */
function Moulds({ page }: { page: PageContext }) {
  return (
    <>
      {tones.map((tone) => (
        <template id={`mould-${tone}`}>
          <Banner tone={tone} title=" ">
            {" "}
          </Banner>
        </template>
      ))}
      <template id="mould-mark">
        <Button type="button" icon="check" id="mark">
          {page.words.codes.mark}
        </Button>
      </template>
    </>
  );
}

function dataOf(page: PageContext, staff: StaffSession, desk: CheckDesk): Record<`data-${string}`, string> {
  const { code, service, day, proof, verdict, client, done, kept, openVisit } = page.words.codes;
  const services = desk.services.map((each) => [each.code, nameIn(each, page.language)] as const);
  return {
    "data-hcode": desk.hcode,
    "data-staff": staff.staffId,
    "data-keys": JSON.stringify(desk.keys),
    "data-services": JSON.stringify(Object.fromEntries(services)),
    "data-words": JSON.stringify({ code, service, day, proof, verdict, done, kept, openVisit, ...client }),
    "data-wasm": page.asset("zxing_reader.wasm"),
    "data-worker": page.asset("scan-worker.js"),
  };
}
