import type { Wording } from "../forms/field.ts";
import type { DefinitionStep } from "./definition-step.ts";
import type { Category } from "./catalogue.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import type { PackExample } from "./service-pack.ts";
import type { ServiceVersionState } from "./service-version.ts";

/** A service as whoever makes services sees it in the list. */
export interface ServiceLine {
  readonly id: string;
  readonly slug: string;
  readonly categoryId: string;
  readonly name: Wording;
  /** The version in use; null: none was published. */
  readonly version: number | null;
  /** The version being written; null: none is. */
  readonly draft: number | null;
  readonly isClosed: boolean;
}

/** How a service stands in the list. */
export const serviceStates = ["open", "unpublished", "closed"] as const;
export type ServiceState = (typeof serviceStates)[number];

/** How a service stands: open to citizens, not yet published, or closed. */
export function serviceState({ isClosed, version }: Pick<ServiceLine, "isClosed" | "version">): ServiceState {
  if (isClosed) return "closed";
  return version === null ? "unpublished" : "open";
}

/** A service on its own pages: its draft if there is one, else what is in use. */
export interface MadeService {
  readonly id: string;
  readonly slug: string;
  readonly categoryId: string;
  readonly unitId: string | null;
  /** The version in use; null: none was published. */
  readonly version: number | null;
  readonly closedAt: Date | null;
  readonly definition: ServiceDefinition;
  readonly shownVersion: number;
  readonly examples: readonly PackExample[];
  /** Null: there is no draft, and nothing can be changed before one is opened. */
  readonly draft: {
    readonly revision: number;
    readonly notes: Wording | null;
    /** What the last step did, which can be taken back; null: there is none. */
    readonly lastStep: DefinitionStep | null;
    readonly changedAt: Date | null;
    readonly changedBy: string | null;
  } | null;
  readonly categories: readonly Category[];
  readonly units: readonly { readonly id: string; readonly nameTh: string; readonly nameEn: string }[];
}

/** A version in the list of a service's versions; people by name, null where nobody is known. */
export interface MadeVersion {
  readonly version: number;
  readonly state: ServiceVersionState;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly publishedAt: Date | null;
}
