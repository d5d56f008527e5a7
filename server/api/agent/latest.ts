import { bangkokTimestamp } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { seeOwnCodes, seeOwnFacility } from "../../visits/actions/see-own-codes.ts";
import type { OwnCode } from "../../visits/own-code.ts";
import { refused } from "./refused.ts";
import type { AgentAnswer, AgentCall } from "./save.ts";

/** A code as the local agent tells it; moments are Bangkok's. */
export interface LatestCode {
  readonly hcode: string;
  readonly claimType: string;
  readonly claimCode: string;
  readonly claimDateTime: string;
  readonly checkDate: string;
}

/** Some of a person's codes may have been cancelled, which this form has no word for: they are passed over. */
const looked = 20;
const told = 5;

/** `latest-authen-code`: the last code of a person at this facility that still stands. */
export async function latestCode(call: AgentCall, pid: string): Promise<AgentAnswer<LatestCode>> {
  const [latest] = await codesOf(call, pid);
  if (!latest) return { ok: false, ...refused(call.words.api.agent.no_code, "pid") };
  return { ok: true, value: latest };
}

/**
 * `latest-5-authen-code-all-hospital`: the last five, of this facility alone. Another facility's codes are never told,
 * whatever the name of the call says: who holds a code may use it.
 */
export async function latestCodes(call: AgentCall, pid: string): Promise<AgentAnswer<readonly LatestCode[]>> {
  return { ok: true, value: (await codesOf(call, pid)).slice(0, told) };
}

async function codesOf({ ports, actor }: AgentCall, pid: string): Promise<readonly LatestCode[]> {
  const asked = { citizenIdText: pid, purpose: "api_latest", limit: looked };
  const seen = await seeOwnCodes(ports, actor, asked);
  const standing = seen.ok ? seen.value.filter(({ status }) => status !== "cancelled") : [];
  if (standing.length === 0) return [];
  const { facility } = await seeOwnFacility(ports, actor);
  return standing.map((code) => latestOf(ports, facility.hcode, code));
}

function latestOf(ports: Ports, hcode: string, { serviceType, code, issuedAt }: OwnCode): LatestCode {
  return {
    hcode,
    claimType: serviceType,
    claimCode: code,
    claimDateTime: bangkokTimestamp(issuedAt),
    checkDate: bangkokTimestamp(ports.clock.now()),
  };
}
