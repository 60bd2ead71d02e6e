interface WithEvidence {
	readonly evidence: string | null;
}

/** Many letters print the same evidence at every level: then it is said once, and at no level. */
export function shareEvidence<R extends WithEvidence>(
	rungs: readonly R[]
): { readonly shared: string | null; readonly rungs: readonly R[] } {
	const first = rungs[0]?.evidence ?? null;
	const same = rungs.length > 1 && first !== null && rungs.every((rung) => rung.evidence === first);
	return same ? { shared: first, rungs: rungs.map((rung) => ({ ...rung, evidence: null })) } : { shared: null, rungs };
}
