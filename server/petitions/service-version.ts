/**
 * Where a version of a service stands: being written, on trial, in use, or replaced by a later one. A petition keeps the
 * version it began with, so what is in use or was is never changed.
 */
export const serviceVersionStates = ["draft", "published", "retired"] as const;
export type ServiceVersionState = (typeof serviceVersionStates)[number];
