/**
 * The address that a request came from. Each proxy of ours appends the address it saw, so with n of them the
 * n-th from the right is true; whatever stands left of it the caller may have made up.
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || forwardedFor === undefined) return socket ?? 'unknown';
  const seen = String(forwardedFor)
    .split(',')
    .map((address) => address.trim());
  return seen.at(-trustedProxies) ?? seen[0] ?? 'unknown';
}
