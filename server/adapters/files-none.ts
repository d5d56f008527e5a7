import type { Files } from "../ports.ts";

const missing = () => Promise.reject(new Error("this host keeps no files"));

/** For hosts that have no place for files; whoever asks for one there is told so. */
export const filesNone: Files = { put: missing, get: missing, delete: missing };
