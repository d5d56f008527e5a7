import { Hono } from "hono";
import { keepProfilePicture } from "../../server/identity/actions/keep-profile-picture.ts";
import { removeProfilePicture } from "../../server/identity/actions/remove-profile-picture.ts";
import { seeProfilePicture } from "../../server/identity/actions/see-profile-picture.ts";
import { seeAccount } from "../../server/identity/actions/see-account.ts";
import type { KeepProfilePictureRefusal } from "../../server/identity/profile-picture.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { refuse } from "../../server/kernel/result.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf } from "../gates.ts";
import { PicturePage } from "./picture-page.tsx";

/** "รูปโปรไฟล์": given later if at all, and taken away again (E1.3). */
export const picturePages = new Hono<AppEnv>();

picturePages.get("/account/picture", (c) =>
  picturePage(c, c.req.query("told") === "heavy" ? { kind: "picture_heavy" } : null),
);

picturePages.post("/account/picture", async (c) => {
  const kept = await keep(c);
  return kept.ok ? c.redirect("/liff/account?done=picture_kept", 303) : picturePage(c, kept.refusal);
});

picturePages.post("/account/picture/remove", async (c) => {
  await removeProfilePicture(c.var.ports, citizenOf(c));
  return c.redirect("/liff/account?done=picture_removed", 303);
});

/** The id only makes the address anew with every picture: whose it is, the session says. */
picturePages.get("/account/picture/:id", async (c) => {
  const seen = await seeProfilePicture(c.var.ports, citizenOf(c));
  if (!seen.ok) return notFoundPage(c);
  c.header("content-type", "image/jpeg");
  c.header("content-security-policy", "default-src 'none'; sandbox");
  return c.body(Uint8Array.from(seen.value));
});

async function keep(c: AppContext) {
  const file = (await readForm(c)).file("picture");
  if (!file) return refuse({ kind: "picture_none" } as const);
  return keepProfilePicture(c.var.ports, citizenOf(c), new Uint8Array(await file.arrayBuffer()));
}

async function picturePage(c: AppContext, refusal: KeepProfilePictureRefusal | null): Promise<Response> {
  const page = pageContext(c);
  const { pictureId } = await seeAccount(c.var.ports, citizenOf(c));
  const { refusal: words } = page.words.account.picture;
  const refusals = refusal === null ? [] : [{ field: "picture", sentence: sayRefusal(words, refusal) }];
  const status = refusal === null ? 200 : 422;
  return sendPage(c, <PicturePage {...{ page, pictureId, refusals }} />, { status });
}
