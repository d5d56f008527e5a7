import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./env.ts";
import { tooLargePage } from "./too-large.tsx";

const largestBodyBytes = 256 * 1024;
/** Uploads of signed-in staff: pictures, lists of visits, signed letters. */
const largestUploadBytes = 12 * 1024 * 1024;

/** Forms of citizens with files in them, where no script sends those in pieces. */
const largestAttachmentsBytes = 24 * 1024 * 1024;

/** The same in MB, for the hints of fields that take several files at once. */
export const attachmentsMegabytes = largestAttachmentsBytes / 1024 / 1024;

const tooLarge = { onError: (c: Context<AppEnv>) => tooLargePage(c) };
const small = bodyLimit({ maxSize: largestBodyBytes, ...tooLarge });
const large = bodyLimit({ maxSize: largestUploadBytes, ...tooLarge });

const attachments = bodyLimit({ maxSize: largestAttachmentsBytes, ...tooLarge });

/** Faces that bound their bodies themselves: console and pictures by who is signed in, the API in its own words. */
const bounded = /^\/(console|seat|api|liff\/(drafts|id-check|petitions|account\/picture))(\/|$)/;

/** Refuses bodies nobody of ours sends. The console looks at who is signed in first (`limitUploads`). */
export const limitBody = createMiddleware<AppEnv>((c, next) =>
  bounded.test(c.req.path) ? next() : small(c, next),
);

/** Lets signed-in staff send files; anybody else no more than a form. Stands after the session is opened. */
export const limitUploads = createMiddleware<AppEnv>((c, next) =>
  c.var.staff === null ? small(c, next) : large(c, next),
);

/** Lets somebody of a seat send the files of an order; anybody else no more than a form. Stands after the session. */
export const limitOrderFiles = createMiddleware<AppEnv>((c, next) =>
  c.var.seat === null && c.var.halfSeat === null ? small(c, next) : attachments(c, next),
);

/** Lets signed-in citizens send a picture; anybody else no more than a form. Stands after the session is opened. */
export const limitPictures = createMiddleware<AppEnv>((c, next) =>
  c.var.session === null ? small(c, next) : large(c, next),
);

const ownPicture = bodyLimit({
  maxSize: largestUploadBytes,
  onError: (c: Context) => c.redirect("/liff/account/picture?told=heavy", 303),
});

/** The same for the picture of oneself, whose page says that it is too heavy. */
export const limitOwnPicture = createMiddleware<AppEnv>((c, next) =>
  c.var.session === null ? small(c, next) : ownPicture(c, next),
);

/** Lets signed-in citizens send a form with its files; anybody else no more than a form. Stands after the session. */
export const limitAttachments = createMiddleware<AppEnv>((c, next) =>
  c.var.session === null ? small(c, next) : attachments(c, next),
);
