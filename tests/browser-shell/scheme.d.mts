export function toShown(address: string, schemes: ReadonlySet<string>): string;
export function toOwn(address: string, schemes: ReadonlySet<string>): string;
export function policyToShown(policy: string, schemes: ReadonlySet<string>): string;
