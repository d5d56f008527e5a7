import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts, LinkRow } from "../../server/http/page/card.tsx";
import { ChoiceGroup } from "../../server/http/page/choice-group.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { formatDay } from "../../server/kernel/thai-date.ts";
import type { FollowedFile, FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { nameIn } from "../../server/visits/names.ts";
import { petitionPath } from "./paths.ts";
import { FileLinks } from "./story.tsx";

interface Props {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
}

/** How it ended: the outcome with its reasons, until when it may be appealed, and the photo of what was done. */
export function Outcome({ page, petition }: Props) {
  const { language, words } = page;
  const { outcome: said } = words.follow;
  const { outcome } = petition;
  if (outcome === null) return null;
  const end = petition.events.findLast(({ kind }) => kind === "completed" || kind === "withdrawn");
  const { text, reasons, appealUntil, agencyName, files = [] } = end?.words ?? {};
  return (
    <Card title={said.title}>
      <p>
        <strong>{said.text[outcome]}</strong>
      </p>
      {text === undefined ? null : <p class="lines">{text}</p>}
      {agencyName === undefined ? null : <p>{said.elsewhere(agencyName)}</p>}
      {reasons === undefined ? null : (
        <Facts
          rows={[
            [said.facts, reasons.facts],
            [said.law, reasons.law],
            [said.considerations, reasons.considerations],
          ]}
        />
      )}
      {appealUntil === undefined ? null : <p>{said.appeal(formatDay(appealUntil, language))}</p>}
      <BeforeAndAfter page={page} petition={petition} done={files} />
    </Card>
  );
}

/** What was done beside what the citizen showed (N10); without a picture of either, what there is. */
function BeforeAndAfter({ page, petition, done }: Props & { readonly done: readonly string[] }) {
  const { photos: words } = page.words.follow;
  const isPicture = ({ mediaType }: FollowedFile) => mediaType.startsWith("image/");
  const after = petition.files.filter((file) => done.includes(file.id));
  const before = petition.files.filter(
    (file) => isPicture(file) && file.field !== null && !file.field.startsWith("staff:"),
  );
  if (before.length === 0 || !after.some(isPicture)) return <FileLinks petition={petition} files={after} />;
  return (
    <div class="photo-pair">
      <section>
        <h3>{words.before}</h3>
        <FileLinks petition={petition} files={before} />
      </section>
      <section>
        <h3>{words.after}</h3>
        <FileLinks petition={petition} files={after} />
      </section>
    </div>
  );
}

/** The documents that were issued to the citizen. */
export function Documents({ page, petition }: Props) {
  const { documents: words } = page.words.follow;
  if (petition.documents.length === 0) return null;
  return (
    <Card title={words.title}>
      <p>{words.open}</p>
      <div>
        {petition.documents.map((one) => (
          <LinkRow
            href={`/liff/documents/${one.id}`}
            icon="download"
            title={nameIn(one.title, page.language)}
            detail={<span class="figures">{one.number}</span>}
          />
        ))}
      </div>
    </Card>
  );
}

/** "เรียบร้อยแล้ว" or "ยังไม่เรียบร้อย", within the days for it (N10). */
export function ClosureTest({ page, petition }: Props) {
  const { test: words } = page.words.follow;
  const { mayTestUntil, isConfirmed, version } = petition;
  if (isConfirmed) return <p class="lead">{words.confirmed}</p>;
  if (mayTestUntil === null) return null;
  return (
    <Card title={words.title} id="test">
      <p>{words.lead(formatDay(mayTestUntil, page.language))}</p>
      <form class="test-buttons" method="post" action={`${petitionPath(petition)}/confirm`}>
        <input type="hidden" name="seen" value={String(version)} />
        <Button>{words.yes}</Button>
        <ButtonLink href={`${petitionPath(petition)}/reopen`}>{words.no}</ButtonLink>
      </form>
    </Card>
  );
}

/** How content the citizen was, once, from 1 to 5, each in words. */
export function Stars({ page, petition }: Props) {
  const { stars: words } = page.words.follow;
  if (petition.status !== "completed" || petition.outcome === "withdrawn") return null;
  const { stars } = petition;
  if (stars !== null) return <p class="lead">{words.given(stars, words.choices[stars - 1] ?? "")}</p>;
  const choices = words.choices.map((label, at) => ({
    value: String(at + 1),
    label: `${at + 1} · ${label}`,
  }));
  return (
    <Card id="stars">
      <form class="stack" method="post" action={`${petitionPath(petition)}/rate`}>
        <ChoiceGroup
          name="stars"
          legend={words.title}
          hint={words.lead}
          type="radio"
          choices={choices.toReversed()}
          chosen={[]}
        />
        <Button kind="secondary">{words.send}</Button>
      </form>
    </Card>
  );
}
