import { escapeAttribute, escapeText } from '../html-passage.ts';
import { toXmlText } from '../xml-text.ts';

/** A document of a book. `body` is XHTML made by our own writers, which escape whatever they are given. */
export function epubDocument(title: string, body: string, kind: string | null = null): string {
  const type = kind === null ? '' : ` epub:type="${escapeAttribute(kind)}"`;
  return toXmlText(`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<meta charset="utf-8"/>
<title>${escapeText(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body${type}>
${body}</body>
</html>
`);
}

/** Small, since the reader's own choices of letters and colours go before ours. */
export const EPUB_STYLE = `body{margin:0 4%;line-height:1.5}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;break-after:avoid;page-break-after:avoid;text-align:left}
h1{margin-top:.5em}
h1,h2{font-size:1.4em}h3{font-size:1.2em}h4{font-size:1.05em}h5,h6{font-size:1em}
.context{font-weight:normal}
dl{font-size:.85em;line-height:1.4}
dt{font-weight:bold;margin-top:.4em}dd{margin:0;overflow-wrap:anywhere}
.notice,.cite{font-size:.9em;font-style:italic}
.passage{margin:0 0 .8em}
ul.passages{padding-left:1.2em}
.number,.address{font-family:sans-serif;font-size:.65em;text-decoration:none;margin-right:.6em}
.address{margin:0 0 0 .4em}
nav ol{list-style:none;padding-left:1em}nav>ol{padding-left:0}
.gaps{border-left:.2em solid;padding-left:.8em}
`;
