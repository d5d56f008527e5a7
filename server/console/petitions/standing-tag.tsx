import type { PageContext } from "../../http/page/context.ts";
import { toneOfPetition } from "../../http/page/petition-tone.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import type { DeskPetition } from "../../petitions/desk-petition.ts";

/** Where a petition stands; of one that ended first how, then its status. */
export function StandingTag(props: {
  readonly page: PageContext;
  readonly petition: Pick<DeskPetition, "status" | "outcome">;
}) {
  const { page, petition } = props;
  const { statuses, outcomes } = page.words.petitions;
  const { status, outcome } = petition;
  const tone = toneOfPetition(petition);
  if (outcome === null) return <StatusTag tone={tone}>{statuses[status]}</StatusTag>;
  return (
    <>
      <StatusTag tone={tone}>{outcomes[outcome]}</StatusTag>
      <small>{statuses[status]}</small>
    </>
  );
}
