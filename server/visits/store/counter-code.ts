import { sql } from "drizzle-orm";
import { serviceCode } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { ServiceCode } from "../service-code.ts";
import type { ServiceTypeCode } from "../service-type.ts";

/** Codes to be issued for one visit, one a service. */
export interface CodesToIssue {
  readonly personId: string;
  readonly visitId: string;
  readonly agencyId: string;
  readonly day: BangkokDay;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly codeKey: Uint8Array;
  readonly services: readonly {
    readonly service: ServiceTypeCode;
    readonly id: string;
    /** Allocated beforehand on a paper slip; null: the next number of the sequence. */
    readonly code: ServiceCode | null;
  }[];
}

/** A code that was issued now. */
export interface FreshCode {
  readonly id: string;
  readonly service: ServiceTypeCode;
  readonly code: ServiceCode;
}

/**
 * Issues a code for each service that has no live one for this person, facility and day; answers those it issued. The
 * unique index decides between two that ask at once (db/sql/54-issue-code.sql draws from the same sequence).
 */
export async function issueCodes(tx: Tx, issue: CodesToIssue): Promise<readonly FreshCode[]> {
  const fresh: FreshCode[] = [];
  for (const { service, id, code } of issue.services) {
    const [row] = await tx.execute<{ code: ServiceCode }>(sql`
      insert into ${serviceCode} (person_id, id, visit_id, agency_id, service_type, day, code, status, asked_by,
        request_key, issued_at, expires_at)
      select ${issue.personId}, ${id}, ${issue.visitId}, ${issue.agencyId}, ${service}, ${issue.day},
        coalesce(${code}::text, 'PP' || lpad(permute_code_number(${Buffer.from(issue.codeKey)},
          nextval('service_code_number'))::text, 10, '0')),
        'issued', ${issue.personId}, ${`${issue.visitId}:${service}`}, ${issue.now.toISOString()},
        ${issue.expiresAt.toISOString()}
      where not exists (select from ${serviceCode} x where x.person_id = ${issue.personId} and x.day = ${issue.day}
        and x.agency_id = ${issue.agencyId} and x.service_type = ${service} and x.status <> 'cancelled')
      on conflict (person_id, day, agency_id, service_type) where status <> 'cancelled' do nothing
      returning code`);
    if (row) fresh.push({ id, service, code: row.code });
  }
  return fresh;
}
