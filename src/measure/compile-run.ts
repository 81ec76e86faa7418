import { compileAgreement, type CompiledAgreement, type KnownOfKinds, type Sources } from './compile.ts';
import { restatedBy } from './restated.ts';

/** All that a run computes, over one calendar: every metric as agreed, and those whose wording has changed by today's alone. */
export interface CompiledRun {
  readonly compiled: CompiledAgreement;
  readonly restated: CompiledAgreement;
}

/** Compiles a run. Its demand of the calendar is that of both. */
export function compileRun(sources: Sources, known: KnownOfKinds): CompiledRun {
  const compiled = compileAgreement(sources, known);
  const byTodays = { ...sources, agreement: restatedBy(sources.agreement, sources.catalogue) };
  return { compiled, restated: compileAgreement(byTodays, known, compiled.demand) };
}
