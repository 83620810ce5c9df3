// Amounts in whole units of the charter's currency.

const formats = new Map<string, Intl.NumberFormat>();

/** "€13,600"; without a currency that is known, the number alone. */
export function money(amount: number, currency: string | undefined): string {
  const key = currency ?? "";
  let found = formats.get(key);
  if (found === undefined) {
    found = make(key);
    formats.set(key, found);
  }
  return found.format(amount);
}

function make(currency: string): Intl.NumberFormat {
  const plain = { maximumFractionDigits: 0 } as const;
  // `Intl` throws for what is no code of three letters.
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(undefined, plain);
  return new Intl.NumberFormat(undefined, { ...plain, style: "currency", currency });
}
