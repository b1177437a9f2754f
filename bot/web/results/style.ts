/** Style: the one stylesheet of the pages; nothing else of a page says how it looks. */

/** Calm colours that differ in lightness too: blue is above, ochre is below, grey is neither. */
const COLOURS = `
:root{color-scheme:light dark;--page:#f6f5f2;--card:#fff;--ink:#1d2330;--soft:#545c6b;--line:#d9d6ce;
--link:#1a4f8b;--main:#23588f;--band:#c9d9ea;--above:#d6e6f7;--above-ink:#123f70;--below:#fbe5c4;
--below-ink:#6b3d00;--same:#efeeea;--fill1:#23588f;--fill2:#8fb3d6;--fill3:#d8d4c9;--fill4:#b58a45;--fill5:#7a5310;--note:#fff6dc}
@media (prefers-color-scheme:dark){:root{--page:#14171c;--card:#1d2128;--ink:#eceef2;--soft:#b0b7c3;
--line:#3a404b;--link:#9cc6f2;--main:#8abbee;--band:#33506e;--above:#1f3b59;--above-ink:#cfe5fb;--below:#4b3511;
--below-ink:#fbdfae;--same:#292e36;--fill1:#8abbee;--fill2:#4d7399;--fill3:#565b64;--fill4:#a47a35;--fill5:#d9a85a;--note:#3a3213}}`

const FRAME = `
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a,button,select,summary{border-radius:.3rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem;padding:.6rem 1rem;background:var(--card)}.skip:focus{left:.5rem;top:.5rem}
.wrap{max-width:68rem;margin:0 auto;padding:0 1rem}
.top{background:var(--card);border-bottom:1px solid var(--line)}
.top .wrap{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:center;padding-top:.5rem;padding-bottom:.5rem}
.brand{font-weight:700;margin:0}.brand span{font-weight:400;color:var(--soft)}
.menu,.menu ul{display:flex;flex-wrap:wrap;gap:.1rem .3rem;margin:0;padding:0;list-style:none}
.menu{flex:1 1 22rem}
.menu a,.tools a{display:inline-block;padding:.4rem .6rem;text-decoration:none}
.menu a:hover,.tools a:hover{text-decoration:underline}
[aria-current=page]{font-weight:700}.menu [aria-current=page]{box-shadow:inset 0 -3px var(--main);color:var(--ink)}
.tools{display:flex;align-items:center;gap:.3rem}form{margin:0}
button,select{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--soft);padding:.35rem .8rem;min-height:2.2rem}
button{cursor:pointer}button:hover{background:var(--same)}
.primary{background:var(--main);color:var(--card);border-color:var(--main);padding:.7rem 1.6rem;font-weight:600}.primary:hover{background:var(--link)}
a.primary{display:inline-block;text-decoration:none}
.crumbs ol{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;margin:1rem 0 0;padding:0;font-size:.9rem}
.crumbs li+li::before{content:"›";margin-right:.4rem;color:var(--soft)}
.chooser{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.4rem 0 1rem}
.foot{margin-top:2.5rem;border-top:1px solid var(--line);padding:1rem 0 2rem;color:var(--soft);font-size:.9rem}
.foot ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}
h1{font-size:1.8rem;line-height:1.2;margin:.6rem 0 .4rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .6rem}h3{font-size:1.05rem;margin:0 0 .3rem}
p{margin:.3rem 0 .6rem;max-width:44rem}
.soft{color:var(--soft)}.small{font-size:.9rem}
.demo{display:inline-block;background:var(--note);border:1px dashed var(--soft);border-radius:.4rem;padding:.25rem .7rem;margin:.4rem 0;font-weight:600}`

const PARTS = `
.grid{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
.card{background:var(--card);border:1px solid var(--line);border-radius:.7rem;padding:1rem 1.1rem;min-width:0}
.card p:last-child{margin-bottom:0}
.tag{display:inline-block;border-radius:1rem;padding:.1rem .7rem;margin:0 0 .6rem;background:var(--same);font-size:.95rem;font-weight:600}
.above{background:var(--above);color:var(--above-ink)}.below{background:var(--below);color:var(--below-ink)}
.big{font-size:2.6rem;font-weight:700;line-height:1.1;margin:.2rem 0}
.big small{font-size:1rem;font-weight:400}
.do{border-left:.4rem solid var(--main);margin-top:1rem}
.do h2{margin-top:0}
.facts{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));margin:0}
.facts dt{color:var(--soft)}.facts dd{margin:0;font-size:1.15rem;font-weight:600}
table{border-collapse:collapse;width:100%;background:var(--card);font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:.3rem 0;font-size:.95rem}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;background:var(--same)}
tr.whole th,tr.whole td{font-weight:600}
.d1{padding-left:1.4rem}.d2{padding-left:2.6rem}.d3{padding-left:3.8rem}.d4{padding-left:5rem}
td.a{background:var(--above);color:var(--above-ink)}td.b{background:var(--below);color:var(--below-ink)}td.h{color:var(--soft)}
td small,thead small{display:block;font-size:.85rem}
.legend{list-style:none;padding:0;margin:.6rem 0;font-size:.9rem;columns:2 22rem;column-gap:2rem}.legend li{break-inside:avoid;margin-bottom:.3rem}
.legend b{display:inline-block;min-width:1.8em;padding:0 .3rem;border-radius:.3rem;text-align:center}
details{margin:.5rem 0}summary{cursor:pointer;padding:.3rem 0}summary:hover{text-decoration:underline}
figure{margin:0}svg{display:block;width:100%;height:auto}
.chart{max-width:26rem}.wide{grid-template-columns:repeat(auto-fit,minmax(min(100%,23rem),1fr))}
svg text{font:12px system-ui,"Segoe UI",sans-serif;fill:var(--ink)}svg .dim{fill:var(--soft)}svg .val{font-weight:700}
.ax{stroke:var(--line)}.bnd{fill:var(--band)}.ln{fill:none;stroke:var(--main);stroke-width:2.5}.pt{fill:var(--main);stroke:var(--card);stroke-width:1.5}
.gap{fill:none;stroke:var(--soft);stroke-dasharray:2 2}
.f1{fill:var(--fill1)}.f2{fill:var(--fill2)}.f3{fill:var(--fill3)}.f4{fill:var(--fill4)}.f5{fill:var(--fill5)}.hatch{stroke:var(--card);stroke-width:1.5;fill:none}
.edge{stroke:var(--card);stroke-width:1.5}
.topic{font-size:1.2rem;margin:.2rem 0}.stack small{font-weight:400}td b{font-weight:600}
.row{width:100%;min-width:6rem;height:1.1rem;background:var(--same)}
.iv{fill:var(--main);opacity:.45}.dot{fill:var(--ink)}`

const PHONE = `
@media (max-width:40rem){.stack thead{position:absolute;left:-99rem}.stack,.stack caption,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack tr{border:1px solid var(--line);margin-bottom:.6rem;border-radius:.4rem;overflow:hidden}.stack th,.stack td{border:0;border-bottom:1px solid var(--line);padding-left:.6rem}
.stack tbody th{background:var(--same);font-weight:600}.stack td[data-of]::before{content:attr(data-of) ": ";font-weight:400;color:var(--soft)}
figure th,figure td{font-size:.8rem;padding:.2rem .3rem;overflow-wrap:anywhere;hyphens:auto}
h1{font-size:1.5rem}.big{font-size:2.2rem}}`

const CONTRAST_AND_PAPER = `
@media (forced-colors:active){svg text,.dot{fill:CanvasText}.ax,.gap{stroke:CanvasText}.ln{stroke:Highlight}.pt{fill:Highlight;stroke:Canvas}.bnd{fill:GrayText;opacity:.5}
.iv{fill:Highlight;opacity:1}.f1,.f2,.f3,.f4,.f5{fill:Canvas;stroke:CanvasText}.hatch{stroke:CanvasText}.edge{stroke:CanvasText}td.a,td.b,.tag,.card{border:1px solid CanvasText}
.primary{forced-color-adjust:none;background:ButtonFace;color:ButtonText;border:2px solid ButtonText}.menu [aria-current=page]{border-bottom:3px solid Highlight}}
@media print{@page{size:A4;margin:15mm}:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--link:#000;--main:#23588f;--band:#c9d9ea;
--above:#d6e6f7;--above-ink:#123f70;--below:#fbe5c4;--below-ink:#6b3d00;--same:#eee;--fill1:#23588f;--fill2:#8fb3d6;--fill3:#d8d4c9;--fill4:#b58a45;--fill5:#7a5310}
body{font-size:10pt;print-color-adjust:exact}.menu,.tools,.skip,.chooser,.crumbs{display:none}details::details-content{content-visibility:visible;display:block;block-size:auto}summary{list-style:none}
.card,figure,tr{break-inside:avoid}h2,h3,summary{break-after:avoid}.wrap{max-width:none;padding:0}.chart{max-width:11cm}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`

/** In one line: it goes with every page, and its hash stands in the headers. */
export const STYLE = [COLOURS, FRAME, PARTS, PHONE, CONTRAST_AND_PAPER]
  .join('')
  .replaceAll('\n', '')
