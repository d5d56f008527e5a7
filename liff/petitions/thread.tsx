import { Button } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { FileField } from "../../server/http/page/file-field.tsx";
import { TextArea } from "../../server/http/page/text-area.tsx";
import { requestKeyField } from "../../server/http/request-key.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { FollowedMessage, FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { nameIn } from "../../server/visits/names.ts";
import { petitionPath } from "./paths.ts";
import { FileLinks } from "./story.tsx";

/** What was typed for the thread and is not there yet, with why. */
export interface TypedMessage {
  readonly text: string;
  readonly error: string | null;
  readonly fileError: string | null;
}

interface Props {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
  readonly requestKey: string;
  readonly typed: TypedMessage;
}

/** The thread between citizen and officers, and the line to write one more. */
export function Thread({ page, petition, requestKey, typed }: Props) {
  const { thread: words } = page.words.follow;
  return (
    <Card title={words.title} id="thread">
      {petition.messages.length === 0 ? <p class="lead">{words.none}</p> : null}
      <ol class="thread">
        {petition.messages.map((message) => (
          <SaidLine page={page} petition={petition} message={message} />
        ))}
      </ol>
      <form
        class="stack"
        method="post"
        enctype="multipart/form-data"
        action={`${petitionPath(petition)}/messages`}
      >
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <TextArea
          name="text"
          label={words.write}
          value={typed.text}
          error={typed.error ?? undefined}
          maxlength={2000}
        />
        <FileField
          name="file"
          label={words.file}
          hint={words.fileRule}
          error={typed.fileError ?? undefined}
          accept="image/jpeg,image/png,application/pdf"
        />
        <Button kind="secondary">{words.send}</Button>
      </form>
    </Card>
  );
}

function SaidLine(props: { page: PageContext; petition: FollowedPetition; message: FollowedMessage }) {
  const { page, petition, message } = props;
  const { thread: words } = page.words.follow;
  const isMine = message.doer === "citizen";
  const unit = petition.unit === null ? "" : nameIn(petition.unit, page.language);
  return (
    <li class={isMine ? "said-line mine" : "said-line"}>
      <small>
        {isMine ? words.you : words.staff(unit)} · {formatMoment(message.saidAt, page.language)}
      </small>
      {message.text === "" ? null : <p>{message.text}</p>}
      <FileLinks petition={petition} files={message.files} />
    </li>
  );
}
