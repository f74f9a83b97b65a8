/** The look of the exported page: a reader's page for screen, dark screen and paper, with nothing from elsewhere. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--paper:#fffefb;--ink:#1d1b18;--soft:#5f5a52;--line:#ddd7cb;--link:#1a4f8a}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#e9e5dc;--soft:#aaa396;--line:#3a372f;--link:#9cc3f0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,"Bitstream Charter","Source Serif 4",Cambria,Georgia,serif;overflow-wrap:break-word}
header,main,footer{max-width:42rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
footer{padding-bottom:3rem;color:var(--soft)}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;text-wrap:balance}
h1{font-size:1.9rem;margin-top:0}
h2{font-size:1.5rem}h3{font-size:1.2rem}h4{font-size:1.08rem}h5,h6{font-size:1rem}
.context{color:var(--soft);font-weight:400}
a{color:var(--link);text-underline-offset:.15em}
article{border-top:3px solid var(--ink);margin-top:3.5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:1rem 0;font-size:.9rem;line-height:1.45}
dt{color:var(--soft)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
.notice{font-size:.9rem;font-style:italic}
nav{font-size:.95rem;line-height:1.45}nav ol,nav ul{padding-left:1.2rem}article nav ul{padding:0;list-style:none}nav .deeper{margin-left:1.4rem}
.gaps{border-left:3px solid var(--line);padding-left:1rem;font-size:.95rem}
.passage{position:relative;margin:0 0 .9em}
ul.passages{padding-left:1.2rem}
.number,.address{color:var(--soft);text-decoration:none;font:.7rem/1 ui-sans-serif,system-ui,sans-serif;user-select:none}
.number{position:absolute;right:100%;margin-right:.8rem;top:.55em;min-width:1.5rem;text-align:right}
.number:hover,.number:focus,.address:hover,.address:focus{color:var(--link);text-decoration:underline}
:target{background:color-mix(in srgb,var(--link) 12%,transparent)}
@media (max-width:48rem){.number{position:static;margin:0 .5em 0 0}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#999;--link:#000}
@page{margin:2.2cm 2cm}
body{font-size:10.5pt;line-height:1.45}
header,main,footer{max-width:none;padding:0}
article{break-before:page;margin-top:0}
h2,h3,h4,h5,h6{break-after:avoid}
p{orphans:3;widows:3}
.address{display:none}
.number{position:static;margin:0 .5em 0 0}
a{text-decoration:none}
}
`;
