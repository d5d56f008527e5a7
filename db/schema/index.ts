export * from "./audit.ts";
export * from "./bot.ts";
export * from "./delegations.ts";
export * from "./identity.ts";
export * from "./notices.ts";
export * from "./sessions.ts";
export * from "./visits.ts";
