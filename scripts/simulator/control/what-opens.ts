/** What a tapped address opens on a phone. */
export type Opened =
  | { readonly opens: "liff"; readonly path: string }
  | { readonly opens: "call"; readonly number: string }
  | { readonly opens: "browser"; readonly url: string };

/**
 * Reads a tapped address as LINE does: a link of this LIFF app opens the LIFF browser at its endpoint, with what
 * follows the id as `liff.state`; tel: calls; anything else would leave the chat.
 */
export function whatOpens(uri: string, liffId: string): Opened {
  const liff = `https://liff.line.me/${liffId}`;
  const rest = uri.startsWith(liff) ? uri.slice(liff.length) : null;
  if (rest !== null && /^([/?#]|$)/.test(rest)) {
    const state = rest === "" || rest === "/" ? "" : `?liff.state=${encodeURIComponent(rest)}`;
    return { opens: "liff", path: `/liff${state}` };
  }
  const tel = /^tel:(.+)$/i.exec(uri)?.[1];
  return tel === undefined ? { opens: "browser", url: uri } : { opens: "call", number: tel };
}
