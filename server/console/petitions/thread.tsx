import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { DeskMessage, DeskPetition } from "../../petitions/desk-petition.ts";
import { petitionPath } from "./address.ts";
import { CannedChoice } from "./canned-choice.tsx";
import { doerText } from "./history.tsx";
import { FileLink } from "./petition-files.tsx";
import { LongField } from "./long-field.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: DeskPetition;
  readonly requestKey: string;
  readonly said: { readonly text: string; readonly isInternal: boolean } | null;
  readonly faults: readonly SummaryItem[];
}

/** The thread with the citizen, and under it the notes that only officers see. */
export function Thread(props: Props) {
  const { page, seen } = props;
  const words = page.words.desk;
  const outward = seen.messages.filter(({ isInternal }) => !isInternal);
  const inward = seen.messages.filter(({ isInternal }) => isInternal);
  return (
    <>
      <section class="card stack">
        <h2>{words.thread}</h2>
        {outward.length === 0 ? <p>{words.noThread}</p> : <Lines page={page} seen={seen} lines={outward} />}
        {seen.word === null ? null : <Waiting page={page} petitionId={seen.id} word={seen.word} />}
        <SayForm {...props} isInternal={false} />
      </section>
      <section class="card stack inside-card">
        <h2>{words.notes}</h2>
        <p class="hint">{words.notesHint}</p>
        {inward.length === 0 ? <p>{words.noNotes}</p> : <Lines page={page} seen={seen} lines={inward} />}
        <SayForm {...props} isInternal />
      </section>
    </>
  );
}

/** What of its citizen waits: an answer settles it, or the button where none is needed. */
function Waiting(props: {
  readonly page: PageContext;
  readonly petitionId: string;
  readonly word: NonNullable<DeskPetition["word"]>;
}) {
  const { page, petitionId, word } = props;
  const words = page.words.desk;
  return (
    <form class="word-waits no-print" method="post" action={`${petitionPath(petitionId)}/aside`}>
      <StatusTag tone="waiting">
        {words.wordWaits[word.what](formatMoment(word.since, page.language))}
      </StatusTag>
      <Button kind="secondary">{words.putAside}</Button>
    </form>
  );
}

function Lines(props: Pick<Props, "page" | "seen"> & { readonly lines: readonly DeskMessage[] }) {
  const { page, seen, lines } = props;
  return (
    <ol class="thread">
      {lines.map((line) => (
        <li class={line.doer === "citizen" ? "theirs" : "ours"}>
          <small>
            {doerText(page, line)} · {formatMoment(line.saidAt, page.language)}
          </small>
          <p>{line.text}</p>
          {line.files.map((file) => (
            <FileLink page={page} petitionId={seen.id} file={file} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function SayForm({ page, seen, requestKey, said, faults, isInternal }: Props & { isInternal: boolean }) {
  const words = page.words.desk;
  const name = isInternal ? "note" : "message";
  const text = said !== null && said.isInternal === isInternal ? said.text : "";
  return (
    <form class="stack no-print" method="post" action={`${petitionPath(seen.id)}/${name}s`}>
      <input type="hidden" name={requestKeyField} value={requestKey} />
      {isInternal ? null : <CannedChoice page={page} canned={seen.canned} into={name} />}
      <LongField
        name={name}
        label={isInternal ? words.note : words.say}
        hint={isInternal ? "" : words.sayHint}
        value={text}
        error={faults.find(({ field }) => field === name)?.sentence}
        shortcut={isInternal ? "n" : "m"}
      />
      <div class="buttons">
        <Button kind="secondary">{isInternal ? words.keep : words.send}</Button>
      </div>
    </form>
  );
}
