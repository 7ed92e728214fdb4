/** Of a selection, in characters; a blurb holds no more. */
export const LONGEST_SELECTION = 60_000
/** Of what stands behind `#`, encoded: every browser opens an address of half a million characters. */
const LONGEST_HTML = 300_000
/** A quote up to here goes where signing in by mail in another browser keeps it too. */
const SHORT_QUOTE = 1200

/**
 * What runs on the page that somebody reads. It opens the capture window with the page's address, title, referrer and
 * selection. The selection is cut here, before five megabytes of it become an address; its HTML goes along for its
 * links, which are made absolute while their page is at hand.
 */
const source = (origin: string) => `(function(){
var d=document,l=location,g=window.getSelection&&getSelection(),s=g?String(g).trim():'',h='',c='',i,e;
function w(t){return encodeURIComponent(t.replace(/[\\uD800-\\uDFFF]/gu,''))}
if(s.length>${LONGEST_SELECTION}){s=s.slice(0,${LONGEST_SELECTION});c='&cut=1'}
else if(s&&g.rangeCount){e=d.createElement('div');
for(i=0;i<g.rangeCount;i++)e.appendChild(g.getRangeAt(i).cloneContents());
e.querySelectorAll('a[href]').forEach(function(a){a.setAttribute('href',a.href)});
h=w(e.innerHTML);if(h.length>${LONGEST_HTML})h=''}
s=w(s);
var u=${JSON.stringify(origin)}+'/admin/capture?from=bookmarklet&url='+w(l.href.slice(0,4100))+'&title='+w(d.title.slice(0,500))+'&via='+w(d.referrer.slice(0,500));
if(s&&s.length<${SHORT_QUOTE})u+='&quote='+s;
if(s)u+='#quote='+s+(h?'&html='+h:'')+c;
if(!window.open(u,'gleaner','width=560,height=740'))l.href=u;
})()`

/** The address that a bookmark has which brings the page it is used on. @param origin of this site */
export function bookmarkletFor(origin: string): string {
  return `javascript:${encodeURIComponent(source(origin).replaceAll('\n', ''))}`
}
