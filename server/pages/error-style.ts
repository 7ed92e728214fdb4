/**
 * The look of reader pages, in the few rules that an error page needs. It stands in the page itself, so that the page
 * is whole while everything else is down.
 */
export const errorStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fffdfa,#171614);--ink:light-dark(#1f1c18,#e8e3d9);
--muted:light-dark(#655f56,#a59d90);--rule:light-dark(#e3ddd2,#38342d);--accent:light-dark(#9a3412,#f2a36f);
--text:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;
--head:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;--tight:-.015em;--title:1.15;--line:1.6}
:lang(ar),:lang(fa),:lang(ur),:lang(he){--tight:0;--title:1.45;--line:1.85}
:lang(zh),:lang(ja),:lang(ko){--tight:0;--title:1.4;--line:1.8;--text:"Songti SC","Hiragino Mincho ProN","Noto Serif CJK SC",
"Noto Serif CJK JP",serif;--head:"PingFang SC","Hiragino Sans","Noto Sans CJK SC","Noto Sans CJK JP",system-ui,sans-serif}
:lang(ja){--text:"Hiragino Mincho ProN","Noto Serif CJK JP","Yu Mincho",serif;
--head:"Hiragino Sans","Noto Sans CJK JP","Yu Gothic",system-ui,sans-serif}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.125rem/var(--line) var(--text);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-inline-size:34rem;padding:0 1.25rem 4rem;overflow-wrap:anywhere}
@media (min-width:40rem){body{max-inline-size:36.5rem}}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{position:static;display:inline-block;padding-block:.5rem}
.masthead{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:1.5rem;padding-block:.75rem;
border-block-end:1px solid var(--rule);font:.9375rem/1.5 var(--head)}
.masthead .name{flex:1000 1 auto;padding-block:.375rem;font:700 1.375rem/1.3 var(--text);letter-spacing:var(--tight);
text-decoration:none}
.reach{display:flex;flex:1 1 auto;flex-wrap:wrap;align-items:center;gap:0 1.25rem}
.ways{display:flex;gap:1.125rem}
.ways a{padding-block:.625rem;color:var(--muted);text-decoration:none}
.ways a:hover{color:var(--accent)}
.find{flex:0 1 9rem;min-inline-size:7rem;margin-inline-start:auto}
.find form{display:flex;align-items:center;border:1px solid var(--rule);border-radius:4px}
.find form:hover,.find form:focus-within{border-color:var(--muted)}
.find input,.find button{border:0;background:none;color:inherit;font:inherit}
.find input{flex:1 1 auto;min-inline-size:0;padding:.25rem 0 .25rem .625rem;padding-inline:.625rem 0;font-size:1rem}
.find input::placeholder{color:var(--muted);opacity:1}
.find button{display:grid;flex:none;place-items:center;inline-size:2.25rem;min-block-size:2rem;color:var(--muted);cursor:pointer}
.find svg{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round}
@media (max-width:41.99rem){.masthead .name{flex-basis:100%}
.find{flex:1 1 5.75rem;min-inline-size:5.75rem;margin-block:.25rem}}
main{margin-block:2.5rem}
h1{margin:0 0 1rem;font:700 clamp(1.875rem,1.4rem + 2.4vw,2.5rem)/var(--title) var(--text);letter-spacing:var(--tight);
text-wrap:balance}
p{text-wrap:pretty}
.eyebrow,.reference{font:500 .875rem/1.4 var(--head);color:var(--muted)}
.eyebrow{margin:0 0 .375rem}
ul{margin:1.5rem 0;padding:0;list-style:none}
li a{display:inline-block;padding-block:.5rem}
@media print{.skip,.ways,.find,ul{display:none}}
`.replaceAll('\n', '')
