/** What a redline adds to the look of an exported page: marks that need no colour, and two columns where they fit. */
export const REDLINE_STYLE = `
main.redline{max-width:72rem}
.topic-changes h2{border-top:3px solid var(--ink);padding-top:.6rem}
.topic-headings{grid-template-columns:1fr;gap:.1rem}.topic-headings div{display:flex;gap:.8rem}
.kept-run{color:var(--soft);font-size:.9rem}
.pair{margin:1.4rem 0;padding-top:.4rem;border-top:1px solid var(--line)}
.pair-head{display:flex;justify-content:space-between;gap:1rem;font-size:.9rem}
.pair-head p,.side-cite{margin:0}
.jumps a{margin-left:.7rem;text-decoration:none}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
.side-cite{color:var(--soft);font-size:.85rem}
.side-year{font-weight:700}
.side-text{white-space:pre-line;margin:.3rem 0 .6rem}
.absence{border-left:3px double var(--soft);padding-left:1rem;font-size:.9rem}
.absence p{margin:.2rem 0}
.nothing{color:var(--soft);font-style:italic;margin:.3rem 0}
.inline{display:none}
.redline-one .inline{display:block}
del{text-decoration:line-through;background:color-mix(in srgb,#b00020 12%,transparent)}
ins{text-decoration:underline;text-decoration-thickness:2px;background:color-mix(in srgb,#006400 12%,transparent)}
del::before,del::after,ins::before,ins::after{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
del::before{content:" [gone: "}ins::before{content:" [new: "}del::after,ins::after{content:"] "}
@media screen and (max-width:48rem){.sides{grid-template-columns:1fr}.edited .sides,.same .sides{display:none}.inline{display:block}}
@media print{.jumps{display:none}.pair-head,.side-cite{break-after:avoid}}
`;
