// Numbers in the reader's locale.

const number = new Intl.NumberFormat();
const oneDigit = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });

export const count = (n: number) => number.format(n);
export const points = (n: number) => oneDigit.format(n);
export const share = (n: number) => percent.format(n);
