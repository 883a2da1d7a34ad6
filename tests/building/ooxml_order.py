"""The order that ECMA-376 part 1 asks of children in WordprocessingML, as rules written by hand.

Word refuses to open a file that breaks some of them. Source: the schema wml.xsd, annex A.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx.oxml import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "styles": "docDefaults latentStyles style",
    "numPr": "ilvl numId",
}
RANKS = {tag: {name: n for n, name in enumerate(names.split())} for tag, names in ORDER.items()}
MIXED = {"headerReference": "footerReference", "tbl": "p", "sdt": "p"}  # in any order


def disorder(content: bytes) -> Iterator[str]:
    """What in a Word file stands in the wrong order, or is missing, told so that it is found."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield from (f"{name}: {what}" for what in in_part(parse_xml(package.read(name))))


def in_part(root) -> Iterator[str]:
    """What in one part stands in the wrong order."""
    for element in root.iter():
        tag = str(element.tag).removeprefix(W)
        ranks = RANKS.get(tag)
        if ranks is not None:
            names = [str(c.tag).removeprefix(W) for c in element if str(c.tag).startswith(W)]
            names = [MIXED.get(name, name) for name in names]
            known = [ranks[name] for name in names if name in ranks]
            if known != sorted(known):
                yield f"{tag} has {names}"
        if tag == "tc" and (not len(element) or element[-1].tag != f"{W}p"):
            yield "a cell does not end with a paragraph"
        if tag == "body" and sum(c.tag == f"{W}sectPr" for c in element) > 1:
            yield "a body has two sections at its end"
        if tag == "body" and f"{W}sectPr" in [c.tag for c in element][:-1]:
            yield "a section stands before the end of the body"
