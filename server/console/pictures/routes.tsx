import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { seePicture } from "../../visits/actions/see-picture.ts";
import {
  pictureSearchFields,
  readPictureSearch,
  type TypedPictureSearch,
} from "../../visits/picture-search.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { PicturePage } from "./picture-page.tsx";
import { PictureSearchPage } from "./search-page.tsx";

/** The registrar opens a picture of face and card (F3): posted and answered at once, never an address. */
export const picturePages = new Hono<AppEnv>();

const mayOpen = requireRight("open_picture");
const nothing: TypedPictureSearch = { day: "", hcode: "", code: "", reason: "" };

picturePages.get("/pictures", mayOpen, (c) => searchPage(c, nothing, []));

picturePages.post("/pictures", mayOpen, async (c) => {
  const { ports } = c.var;
  const words = pageContext(c).words.pictures;
  const typed = typedSearch(await readForm(c));
  const now = ports.clock.now();
  const asked = readPictureSearch(typed, bangkokDay(now));
  if (!asked.ok) {
    const faults = asked.refusal.fields.map(({ field, refusal }) => ({
      field,
      sentence: sayRefusal(words.refusal, refusal),
    }));
    return searchPage(c, typed, faults);
  }
  const seen = await seePicture(ports, staffOf(c), asked.value);
  if (!seen.ok) return searchPage(c, typed, [{ field: "code", sentence: words[seen.refusal.kind] }]);
  const shown = { page: pageContext(c), staff: sessionOf(c), asked: asked.value, jpeg: seen.value, now };
  return sendPage(c, <PicturePage {...shown} />);
});

function typedSearch(form: FormFields): TypedPictureSearch {
  return Object.fromEntries(pictureSearchFields.map((name) => [name, form.text(name)])) as TypedPictureSearch;
}

function searchPage(
  c: AppContext,
  typed: TypedPictureSearch,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const shown = { page: pageContext(c), staff: sessionOf(c), typed, faults };
  return sendPage(c, <PictureSearchPage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}
