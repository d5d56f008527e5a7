/** Opens LINE's own scanner; answers what it read, or null when the citizen closed it. */
export type LineScan = () => Promise<string | null>;

/** True inside LINE's browser, the only place where LINE's scanner may be offered. */
export function isInLine(): boolean {
  return /\bLine\/\d/i.test(navigator.userAgent);
}

/**
 * LINE's scanner (scanCodeV2), where this LINE offers it; null elsewhere. The SDK is fetched only here: inside LINE,
 * and when the citizen came to this rung.
 */
export async function openLineScan(liffId: string): Promise<LineScan | null> {
  if (!isInLine() || liffId === "") return null;
  const [{ default: liff }, { default: ScanCodeV2 }, { default: IsApiAvailable }] = await Promise.all([
    import("@line/liff/core"),
    import("@line/liff/scan-code-v2"),
    import("@line/liff/is-api-available"),
  ]);
  liff.use(new ScanCodeV2());
  liff.use(new IsApiAvailable());
  await liff.init({ liffId });
  if (!liff.isApiAvailable("scanCodeV2")) return null;
  return () =>
    liff.scanCodeV2().then(
      (scanned) => scanned.value,
      () => null,
    );
}
