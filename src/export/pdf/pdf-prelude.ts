import type { Paper } from '../../domain/paper.ts';
import { FONT_FAMILIES } from './pdf-fonts.ts';
import { typstString } from './typst-text.ts';

/** What the head of a document needs to know. */
export interface PdfFrame {
  /** Shown by readers as the document's name. */
  readonly title: string;
  readonly paper: Paper;
  /** `foot` for the pages: code that gives content. */
  readonly foot?: string;
}

/** Page x of y. */
export const COUNTED_FOOT =
  'context align(center,text(8pt,"Page "+str(counter(page).get().first())+" of "+str(counter(page).final().first())))';

const PAPER_NAMES: Readonly<Record<Paper, string>> = { letter: 'us-letter', a4: 'a4' };

/**
 * The first lines of every source: page, type and the functions that the rest calls. There is no clock in it. Pairs of
 * letters are moved together in headings only: in the text, that takes a quarter of all the time.
 */
export function writePrelude({ title, paper, foot = COUNTED_FOOT }: PdfFrame): string {
  return `${FUNCTIONS}#set document(title:${typstString(title)},date:none)
#set page(paper:"${PAPER_NAMES[paper]}",margin:(left:1.1in,right:0.9in,top:0.95in,bottom:0.9in),header:head,footer:${foot})
#set text(font:(${FONT_FAMILIES.map((family) => `"${family}"`).join(',')}),size:10.5pt,lang:"en",region:"US",hyphenate:false,fallback:false,kerning:false)
#set par(justify:false,leading:0.62em,spacing:1em,linebreaks:"simple")
#set heading(numbering:none,supplement:none)
#set list(marker:[•],tight:false,spacing:0.7em)
#set footnote.entry(separator:line(length:25%,stroke:0.5pt))
#show footnote.entry:set text(8.5pt)
#show heading:set block(above:1.3em,below:0.55em,sticky:true)
#show heading:set text(weight:"bold",kerning:true)
#show heading.where(level:1):set text(17pt)
#show heading.where(level:2):set text(13pt)
#show heading.where(level:3):set text(11.5pt)
#show title:set text(21pt)
#show title:set block(below:0.8em)
`;
}

/**
 * `head`: the running head: the part and the section that a page begins in, or begins. The supplement of a heading with
 * the label `h` is the name of its part, and is its text where it begins the part; it is empty where no head is to stand. (A page style for each report would say
 * the name, too, and takes half as long again to set.)
 * `p`, `note`, `items`: passages with their numbers in the margin. `addr`: a small line of addresses under a heading.
 * `say`: a paragraph. `small`: several lines of small print. `facts`: labels and values in two columns.
 */
const FUNCTIONS = `#let gray=luma(95)
#let head=context{
 let all=query(<h>)
 let page=here().page()
 let low=query(selector(<h>).before(here())).len()
 let of(i)=if i < all.len() and all.at(i).location().page()==page {all.at(i)}
 let next=of(low)
 let names(one)=one.body==one.supplement
 let starts=next!=none and (names(next) or next.supplement==[])
 let part=if starts {next} else if low>0 {all.at(low - 1)} else {next}
 let section=if starts {of(low+1)} else if part!=none and names(part) and next!=none {next} else {part}
 if part!=none and part.supplement!=[] {
 set text(8pt)
 stack(spacing:3pt,grid(columns:(auto,1fr),column-gutter:1.5em,part.supplement,align(right,if section!=none and not names(section){section.body})),line(length:100%,stroke:0.4pt))
 }
}
#let side(n,dx)=box(width:0pt,height:0pt,place(dx:dx,dy:-5.2pt,box(width:24pt,align(right,text(7pt,fill:gray,n+" ")))))
#let mark(n)=side(n,-31pt)
#let p(n,body)=par({mark(n);body})
#let note(n,body)=par({set text(9.5pt);mark(n);body})
#let items(..all)=list(..all.pos().map(((n,body))=>{side(n,-43pt);body}))
#let addr(body)=block(sticky:true,above:0.2em,below:0.7em,text(7.5pt,fill:gray,body))
#let say(body)=par(body)
#let small(..lines)=par({set text(8.5pt);set par(leading:0.5em);lines.pos().join(linebreak())})
#let facts(..rows)={set text(9pt);table(columns:(auto,1fr),stroke:none,inset:(x:0pt,y:2.5pt),column-gutter:1em,..rows.pos().flatten())}
#let hex(body)=text(8pt,body)
`;
