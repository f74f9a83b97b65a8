import { formatPageNumber, type PacketRequest } from '../../domain/packet.ts';
import { typstString } from './typst-text.ts';

/**
 * `blank`: a line to write on. `mk`: a place that can be referred to, and whose page is told to whoever sets the
 * document. `pg`: the number of the page of such a place, with a link. `row`: a line of contents. `hl`: a highlighted
 * passage: shaded, with a bar before it and a sign in the right margin, set first so that it stands where a passage begins
 * that goes on overleaf. `topic`: a small heading that stays with what follows it. `aside`: a text in the direction of its writing.
 */
export function writePacketPrelude({ numbering }: PacketRequest): string {
  const { prefix } = numbering;
  return `#let fmt(n)=${prefix === null ? 'str(n)' : `{let s=str(n);${typstString(`${prefix}-`)}+("0"*calc.max(0,6-s.len()))+s}`}
#let blank(what,width:3in)=block(above:1.4em,stack(spacing:4pt,box(width:width,height:14pt,stroke:(bottom:0.6pt)),text(8.5pt,what)))
#let mk(id)=context{[#metadata((id,counter(page).get().first()))<mk>];[#metadata(none)#label(id)]}
#let pg(l)=link(l,context fmt(counter(page).at(l).first()))
#let row(depth,what,page)=block(above:0.55em,below:0.55em,inset:(left:depth*14pt),grid(columns:(1fr,auto),column-gutter:1em,what,page))
#let hl(n,sign,body)=block(width:100%,fill:rgb("#fff6c4"),stroke:(left:2.5pt),inset:(left:7pt,right:3pt,y:4pt),place(top+right,dx:52pt,box(width:46pt,text(8pt,strong(sign))))+par({side(n,-38pt);body}))
#let topic(body)=block(sticky:true,strong(body))
#let aside(rtl,body)=if rtl {align(right,par({set text(dir:std.rtl,size:9.5pt);body}))} else {par({set text(size:9.5pt);"Note: ";body})}
#let foot(tab)=context align(center,text(8.5pt,{if tab!=none {strong(tab);h(2em)};fmt(counter(page).get().first())}))
`;
}

/** How pages are referred to: by looking them up while the document is set, or, over several files, as known numbers. */
export class PageReferences {
  readonly #numbering: PacketRequest['numbering'];
  readonly #known: ReadonlyMap<string, number> | null;

  constructor(numbering: PacketRequest['numbering'], known: ReadonlyMap<string, number> | null) {
    this.#numbering = numbering;
    this.#known = known;
  }

  /** Code that gives the number of the page where `id` stands. */
  write(id: string): string {
    if (this.#known === null) return `pg(<${id}>)`;
    const page = this.#known.get(id);
    return typstString(page === undefined ? '…' : formatPageNumber(page, this.#numbering));
  }
}

/** A note or title of the reader's, in the direction its first letter is written in. */
export function writeAside(text: string): string {
  return `#aside(${isRightToLeft(text)},${typstString(text)})\n`;
}

/** True for a text whose first letter is of a script written from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}

/** Places in a packet that can be referred to. */
export const placeOf = {
  tab: (tab: number): string => `t${tab}`,
  section: (tab: number, section: number): string => `s${tab}-${section}`,
  passage: (tab: number, order: number): string => `p${tab}-${order}`,
  verification: 'verification',
} as const;
