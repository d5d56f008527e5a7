import { sizeText } from "../../server/http/form-page/files-field.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type {
  FollowedEvent,
  FollowedFile,
  FollowedPetition,
} from "../../server/petitions/followed-petition.ts";
import { petitionPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
}

/** What happened, the latest first: who of the agency did it is not named. */
export function Story({ page, petition }: Props) {
  const { story } = page.words.follow;
  return (
    <Card title={story.title}>
      <ol class="story">
        {petition.events.toReversed().map((event) => (
          <Happened page={page} petition={petition} event={event} />
        ))}
      </ol>
    </Card>
  );
}

function Happened({ page, petition, event }: Props & { event: FollowedEvent }) {
  const { language, words } = page;
  const { text, untilDay, files = [] } = event.words;
  const by = event.doer === "citizen" ? words.follow.story.byYou : words.follow.story.byAgency;
  return (
    <li>
      <strong>{words.petitions.events[event.kind]}</strong>
      <time datetime={event.happenedAt.toISOString()}>
        {formatMoment(event.happenedAt, language)} · {by}
      </time>
      {text === undefined ? null : <p>{text}</p>}
      {untilDay === undefined ? null : <p>{words.follow.correction.until(formatDay(untilDay, language))}</p>}
      <Pictures page={page} petition={petition} ids={files} />
    </li>
  );
}

/** Files of a petition by their ids: pictures as pictures, anything else as a link. */
export function Pictures({ petition, ids }: Props & { ids: readonly string[] }) {
  const files = ids.flatMap((id) => petition.files.find((file) => file.id === id) ?? []);
  return <FileLinks petition={petition} files={files} />;
}

/** Files as links; a picture is its own link. */
export function FileLinks(props: { petition: FollowedPetition; files: readonly FollowedFile[] }) {
  const { petition, files } = props;
  if (files.length === 0) return null;
  return (
    <ul class="file-links">
      {files.map((file) => {
        const href = `${petitionPath(petition)}/files/${file.id}`;
        const isPicture = file.mediaType.startsWith("image/");
        return (
          <li>
            <a href={href}>
              {isPicture ? (
                <img src={href} alt={file.name} loading="lazy" width={160} height={120} />
              ) : (
                file.name
              )}
            </a>
            {isPicture ? null : <small> {sizeText(file.size)}</small>}
          </li>
        );
      })}
    </ul>
  );
}
