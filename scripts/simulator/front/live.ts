import type { World } from "../world/world.ts";

const quietMilliseconds = 40;
const heartbeatMilliseconds = 20_000;

/** An event stream that says `changed` soon after each change of the world, many changes making one. */
export function liveStream(world: World): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const say = (line: string) => controller.enqueue(encoder.encode(line));
      let soon: NodeJS.Timeout | null = null;
      const forget = world.listen(() => {
        soon ??= setTimeout(() => {
          soon = null;
          say("data: changed\n\n");
        }, quietMilliseconds);
      });
      const heartbeat = setInterval(() => say(": alive\n\n"), heartbeatMilliseconds);
      stop = () => {
        forget();
        clearInterval(heartbeat);
        if (soon) clearTimeout(soon);
      };
      say("data: changed\n\n");
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
  });
}
