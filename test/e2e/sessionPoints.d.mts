export const points: readonly (readonly [depth: number, text: string])[];
export function keysOf(): readonly { readonly key?: string; readonly text?: string }[];
export function listOf(): string;
