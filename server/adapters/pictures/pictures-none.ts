import type { Pictures } from "../../ports.ts";

/** A host that was given no codec (a script, a bench): asking for a picture is a fault. */
export const picturesNone: Pictures = {
  crossOut: () => Promise.reject(new Error("this host was given no codec for pictures")),
  asJpeg: () => Promise.reject(new Error("this host was given no codec for pictures")),
  portrait: () => Promise.reject(new Error("this host was given no codec for pictures")),
  markView: () => Promise.reject(new Error("this host was given no codec for pictures")),
};
