// A chart as an image: its bars with the words around them, painted by the browser. The content policy
// lets no drawing be loaded from memory, so that it is painted shape by shape.

/** A bar with what it says. */
export interface Painted {
  name: string;
  side: string;
  reached: number;
  /** How many the agreed rate would be. */
  agreed: number | undefined;
  said: string;
}

export interface Look {
  paper: string;
  ink: string;
  quiet: string;
  marketing: string;
  sales: string;
}

export type Shape =
  | { kind: "box"; x: number; y: number; width: number; height: number; fill: string }
  | {
      kind: "words";
      x: number;
      y: number;
      size: number;
      weight: number;
      fill: string;
      say: string;
    };

export interface Picture {
  width: number;
  height: number;
  shapes: Shape[];
}

const WIDTH = 1200;
const PAD = 48;
const ROW = 44;
const HEAD = 132;
const NAME = 240;
const SAID = 200;
const TICK = 3;

/** The shapes of a chart with its sentence above, from back to front. */
export function drawing(title: string, note: string, bars: Painted[], look: Look): Picture {
  const height = HEAD + bars.length * ROW + PAD;
  const wide = WIDTH - 2 * PAD - NAME - SAID;
  const most = Math.max(1, ...bars.map((bar) => bar.reached));
  const place = (n: number) => Math.min(wide, (n / most) * wide);
  const words = (x: number, y: number, size: number, say: string, weight = 400): Shape => {
    const fill = size === 16 ? look.quiet : look.ink;
    return { kind: "words", x, y, size, weight, fill, say };
  };
  const box = (x: number, y: number, width: number, height: number, fill: string): Shape => {
    return { kind: "box", x, y, width, height, fill };
  };
  const rows = bars.flatMap((bar, at) => {
    const y = HEAD + at * ROW;
    const left = PAD + NAME;
    const fill = bar.side === "sales" ? look.sales : look.marketing;
    const agreed =
      bar.agreed === undefined ? [] : [box(left + place(bar.agreed), y, TICK, 28, look.ink)];
    return [
      words(PAD, y + 20, 18, bar.name),
      box(left, y + 2, place(bar.reached), 24, fill),
      ...agreed,
      words(WIDTH - PAD - SAID + 16, y + 20, 18, bar.said, 600),
    ];
  });
  const shapes = [
    box(0, 0, WIDTH, height, look.paper),
    words(PAD, 64, 26, title, 600),
    words(PAD, 96, 16, note),
    ...rows,
  ];
  return { width: WIDTH, height, shapes };
}

/** Twice as many dots as it is wide, for screens that show so many. */
const SCALE = 2;

/** The picture as PNG. */
export async function asPng({ width, height, shapes }: Picture): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("the browser paints nothing");
  brush.scale(SCALE, SCALE);
  const face = getComputedStyle(document.body).fontFamily;
  for (const shape of shapes) {
    brush.fillStyle = shape.fill;
    if (shape.kind === "box") {
      brush.fillRect(shape.x, shape.y, shape.width, shape.height);
    } else {
      brush.font = `${shape.weight} ${shape.size}px ${face}`;
      brush.fillText(shape.say, shape.x, shape.y, width - shape.x - PAD / 2);
    }
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null) throw new Error("the browser painted nothing");
  return blob;
}

/** The colours of the page as it looks now. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: of("--paper"),
    ink: of("--ink"),
    quiet: of("--ink-2"),
    marketing: of("--marketing"),
    sales: of("--sales"),
  };
}
