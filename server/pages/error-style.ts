/**
 * The look of reader pages, in the few rules that an error page needs. It stands in the page itself, so that the page
 * is whole while everything else is down.
 */
export const errorStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fffdfa,#171614);--ink:light-dark(#1f1c18,#e8e3d9);
--muted:light-dark(#655f56,#a59d90);--rule:light-dark(#e3ddd2,#38342d);--accent:light-dark(#9a3412,#f2a36f);
--text:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;
--head:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.125rem/1.6 var(--text);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-inline-size:34rem;padding:0 1.25rem 4rem;overflow-wrap:anywhere}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
header{padding-block:1rem;border-block-end:1px solid var(--rule)}
header a{font:700 1.375rem/1.2 var(--text);letter-spacing:-.01em;text-decoration:none;display:inline-block;padding-block:.5rem}
main{margin-block:2.5rem}
h1{margin:0 0 1rem;font:700 clamp(1.875rem,1.4rem + 2.4vw,2.5rem)/1.15 var(--text);letter-spacing:-.015em;text-wrap:balance}
.eyebrow,.reference{font:500 .875rem/1.4 var(--head);color:var(--muted)}
.eyebrow{margin:0 0 .375rem}
ul{margin:1.5rem 0;padding:0;list-style:none}
li a{display:inline-block;padding-block:.5rem}
`.replaceAll('\n', '')
