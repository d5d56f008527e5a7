import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { encodeBase64url } from "../kernel/base64url.ts";
import type { Passkeys } from "../kernel/proof-ports.ts";

const brand = "Pratu";
/** EdDSA, ES256 and RS256 (COSE): what every authenticator has one of, the same on both hosts. */
const algorithms = [-8, -7, -257];

/**
 * Passkeys over @simplewebauthn/server. Whether the person was recognised (user verification) is not asked for: the
 * password stands beside it. The count of uses is judged by the caller, who knows what a step backwards means.
 */
export const webAuthn: Passkeys = {
  askToAdd: (party, { challenge, userId, username, known }) =>
    generateRegistrationOptions({
      rpName: brand,
      rpID: party.id,
      userName: username,
      userID: Uint8Array.from(userId),
      challenge: Uint8Array.from(challenge),
      excludeCredentials: known.map((id) => ({ id })),
      supportedAlgorithmIDs: algorithms,
      authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
    }),

  readAdded: async (party, challenge, answer) => {
    const read = await readOrNull(() =>
      verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge: encodeBase64url(challenge),
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        requireUserVerification: false,
        supportedAlgorithmIDs: algorithms,
      }),
    );
    if (!read?.verified) return null;
    const { id, publicKey, counter } = read.registrationInfo.credential;
    return { credentialId: id, publicKey, counter };
  },

  askToProve: (party, { challenge, known }) =>
    generateAuthenticationOptions({
      rpID: party.id,
      challenge: Uint8Array.from(challenge),
      allowCredentials: known.map((id) => ({ id })),
      userVerification: "preferred",
    }),

  readProof: async (party, challenge, { credentialId, publicKey }, answer) => {
    const read = await readOrNull(() =>
      verifyAuthenticationResponse({
        response: answer as AuthenticationResponseJSON,
        expectedChallenge: encodeBase64url(challenge),
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
        requireUserVerification: false,
      }),
    );
    return read?.verified ? read.authenticationInfo.newCounter : null;
  },
};

/** The library throws for whatever does not fit; what a browser sent is never a fault of ours. */
async function readOrNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
