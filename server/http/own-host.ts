/**
 * True when `host` (name and port) is one this deployment answers to: the public address's, and where that is
 * localhost, every *.localhost on the same port (each simulated phone is such a host).
 */
export function isOwnHost(host: string, publicUrl: URL): boolean {
  if (host.toLowerCase() === publicUrl.host) return true;
  const local = publicUrl.hostname === "localhost" || publicUrl.hostname.endsWith(".localhost");
  if (!local || !URL.canParse(`http://${host}`)) return false;
  const { hostname, port } = new URL(`http://${host}`);
  return port === publicUrl.port && (hostname === "localhost" || hostname.endsWith(".localhost"));
}
