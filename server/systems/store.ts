/** The SQL of the systems room, one file a thing. */
export * from "./store/api-answer.ts";
export * from "./store/api-key.ts";
export * from "./store/delivery.ts";
export * from "./store/turn.ts";
export * from "./store/webhook.ts";
