import type { Pdf } from "../../ports.ts";

/** A host without the built assets (a script, a bench) makes no documents: asking for one is a fault. */
export const pdfNone: Pdf = {
  markPages: () => Promise.reject(new Error("this host was given no typeface to mark pages in")),
  markOnPage: () => Promise.reject(new Error("this host was given no typeface to mark pages in")),
  make: () => Promise.reject(new Error("this host was given no typeface to set documents in")),
};
