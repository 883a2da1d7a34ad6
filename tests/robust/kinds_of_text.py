"""Texts of more than 120 kinds that somebody could put in a field, by a name for each.

Each holds MARK, so that it can be looked for where it must not be: in a log.
"""

from __future__ import annotations

MARK = "Zq7provtext"

_SIGNS = [*range(0x00, 0x20), *range(0x7F, 0xA1), 0xAD, 0x34F, 0x61C, 0x180E]
_SIGNS += [*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x2060, 0x2065), 0x3000]
_SIGNS += [0xFEFF, 0xFFF9, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0xFDD0, 0xE000, 0x1FFFE, 0xE0041]
KINDS = {f"U+{sign:04X}": f"{MARK} före{chr(sign)}efter" for sign in _SIGNS}
KINDS |= {
    "composed apart": f"{MARK} a\u030a e\u0301 o\u0308",
    "accents heaped": f"{MARK} x" + "\u0301" * 60,
    "accents in plenty": f"{MARK} " + "e\u0301\u0323" * 2000,
    "Hindi": f"{MARK} हिन्दी में पाठ",
    "Thai": f"{MARK} ภาษาไทย",
    "Hebrew": f"{MARK} עברית (1) א",
    "Arabic": f"{MARK} العربية ١٢٣",
    "Chinese": f"{MARK} 漢字かな交じり",
    "family": f"{MARK} \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f8\U0001f1ea",
    "right to left turned": f"{MARK} \u202etxt.exe\u202c",
    "HTML": f"{MARK} <script>alert(1)</script><img src=x onerror=alert(1)>",
    "Markdown": f"{MARK} **fet** # rubrik [x](http://evil.example) ![](http://evil.example/x)",
    "autolink": f"{MARK} https://evil.example/x www.evil.example a@evil.example",
    "maths": f"{MARK} $x^2$ :red[röd] :material/home:",
    "template": f"{MARK} {{{{ 7*7 }}}} {{% for a in b %}}",
    "typst": f"{MARK} #panic() @ref $ _x_ *y* `kod`",
    "formula": f"=1+1 {MARK}",
    "formula with a link": f'=HYPERLINK("http://evil.example";"{MARK}")',
    "at": f"@SUM(A1) {MARK}",
    "YAML list": f"- {MARK}\n- b: c",
    "YAML": f"a: {MARK} # b\n--- \n!!python/object x",
    "YAML document": f"---\n{MARK}\n...",
    "conflict marks": f"<<<<<<< HEAD\n{MARK}\n=======\nb\n>>>>>>> x",
    "quotes": f"\"{MARK}\" 'a' ”b” «c» \\ \\n \\u0041",
    "XML": f"{MARK} ]]> </w:t> &amp; &#0; <?xml?>",
    "percent": f"{MARK} %s %(a)s {{0}} ${{a}}",
    "path": f"../../{MARK}/etc/passwd",
    "null word": "null",
    "true word": "true",
    "number": "1.200",
    "minus": "−5",
    "date": "2025-02-30",
    "blanks": "   \t  ",
    "blanks around": f"  \u00a0{MARK}\u00a0  \n\n",
    "lines": f"{MARK}\n" * 300,
    "empty lines": f"{MARK}" + "\n" * 5000 + "slut",
    "one long word": MARK + "x" * 19_000,
    "long": f"{MARK} " + "ord " * 4_900,
    "at the limit": MARK + "å" * (20_000 - len(MARK)),
    "over the limit": MARK + "å" * 20_000,
    "100 kB": MARK + "å" * 100_000,
    "1 MB": MARK + "x " * 500_000,
    "2 MB of accents": MARK + "\u0301" * 1_000_000,
    "20 MB": MARK + "x" * 20_000_000,
    "everything at once": f"{MARK} a\x0bb\x01c\u2028 \u202e<b>**{{{{x}}}}** 'q' #\u0301 =1\n- x: y",
}
