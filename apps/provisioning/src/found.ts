/** What must be there by construction; a miss is a fault of ours and says which. */
export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value === undefined || value === null) throw new Error(`${what} is missing`);
  return value;
}
