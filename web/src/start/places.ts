// The zones and currencies that the browser knows.

export function zones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}

export function currencies(): string[] {
  return Intl.supportedValuesOf("currency");
}
