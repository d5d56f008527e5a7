import type { AppContext } from "../../server/http/env.ts";
import { answerSections } from "../../server/http/form-page/answers-shown.tsx";
import type { ShownFile } from "../../server/http/form-page/form-view.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { newRequestKey } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import type { FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { petitionPath } from "./paths.ts";
import { PetitionPage, type PetitionDone } from "./petition-page.tsx";
import type { TypedMessage } from "./thread.tsx";

/** Which petition an address means. */
export function refOf(c: AppContext): { readonly agencyId: string; readonly petitionId: string } {
  return { agencyId: c.req.param("agency") ?? "", petitionId: c.req.param("petition") ?? "" };
}

interface Shown {
  readonly done?: PetitionDone | null;
  readonly typed?: TypedMessage;
  readonly refusals?: readonly SummaryItem[];
}

/** The page of a petition, after a post with what was refused. */
export async function petitionPage(
  c: AppContext,
  petition: FollowedPetition,
  { done = null, typed = { text: "", error: null, fileError: null }, refusals = [] }: Shown,
): Promise<Response> {
  const { ports } = c.var;
  const page = pageContext(c);
  const { definition, answers } = petition;
  const files = shownFiles(petition);
  const sections = await answerSections(ports.gazetteer, { page, form: definition.form, answers, files });
  const requestKey = newRequestKey(ports.random);
  const props = { page, petition, answers: sections, done, requestKey, typed, refusals };
  return sendPage(c, <PetitionPage {...props} />, { status: refusals.length > 0 ? 422 : 200 });
}

/** The files of a petition as a form shows them. */
export function shownFiles(petition: FollowedPetition): readonly ShownFile[] {
  return petition.files.map((file) => ({ ...file, href: `${petitionPath(petition)}/files/${file.id}` }));
}
