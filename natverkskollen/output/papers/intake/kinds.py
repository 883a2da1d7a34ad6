"""Which relations of a Word file a template may have, which are left out, and which are refused.

The kinds are the last part of a relation's type in ECMA-376 part 1 and in Microsoft's additions.
What is in none of the lists is left out where nothing shows it, and refused where something does.
"""

from __future__ import annotations

# Kept, and what the part is called in the file we make; {} is a number, {ext} the old ending.
KEPT = {
    "officeDocument": "/word/document.xml",
    "styles": "/word/styles.xml",
    "numbering": "/word/numbering.xml",
    "settings": "/word/settings.xml",
    "fontTable": "/word/fontTable.xml",
    "footnotes": "/word/footnotes.xml",
    "endnotes": "/word/endnotes.xml",
    "theme": "/word/theme/theme{}.xml",
    "header": "/word/header{}.xml",
    "footer": "/word/footer{}.xml",
    "image": "/word/media/image{}.{ext}",
    "diagramData": "/word/diagrams/data{}.xml",
    "diagramLayout": "/word/diagrams/layout{}.xml",
    "diagramQuickStyle": "/word/diagrams/quickStyle{}.xml",
    "diagramColors": "/word/diagrams/colors{}.xml",
    "diagramDrawing": "/word/diagrams/drawing{}.xml",
}

# Left out: what it is called, or nothing where nobody would miss it.
DROPPED = {
    "attachedTemplate": "länken till den mall som dokumentet gjordes av",
    "comments": "kommentarerna",
    "commentsExtended": "",
    "commentsIds": "",
    "commentsExtensible": "",
    "people": "",
    "core-properties": "",
    "extended-properties": "",
    "custom-properties": "",
    "thumbnail": "",
    "customXml": "",
    "customXmlProps": "",
    "printerSettings": "",
    "stylesWithEffects": "",
    "webSettings": "",
    "font": "",
    "glossaryDocument": "",
    "webextensiontaskpanes": "ett tillägg från webben",
    "keyMapCustomizations": "",
    "documenttasks": "",
    "attachedSchema": "",
    "transform": "",
    "mailMergeSource": "kopplingen till en datakälla för massutskick",
    "mailMergeHeaderSource": "",
    "recipientData": "",
    "origin": "den digitala signaturen",
    "signature": "",
    "classificationlabels": "",
}

_MACROS = (
    "mallen innehåller makron",
    "Öppna mallen i Word och spara den som Word-dokument (.docx), utan makron",
)
_EMBEDDED = (
    "mallen innehåller en inbäddad fil eller ett inbäddat program",
    "Klicka på objektet i Word, klipp ut det och klistra in det som bild (Klistra in special)",
)
_OUTSIDE = (
    "mallen hämtar innehåll utifrån ({target})",
    "Ta bort det i Word, eller klistra in det som text eller bild",
)
REFUSED = {
    "vbaProject": _MACROS,
    "wordVbaData": _MACROS,
    "vbaProjectSignature": _MACROS,
    "attachedToolbars": _MACROS,
    "ui": _MACROS,
    "oleObject": _EMBEDDED,
    "package": _EMBEDDED,
    "control": _EMBEDDED,
    "activeXControlBinary": _EMBEDDED,
    "ctrlProp": _EMBEDDED,
    "video": _EMBEDDED,
    "audio": _EMBEDDED,
    "media": _EMBEDDED,
    "aFChunk": _OUTSIDE,
    "subDocument": _OUTSIDE,
    "frame": _OUTSIDE,
    "chart": (
        "mallen innehåller ett diagram med ett kalkylblad i sig",
        "Klicka på diagrammet i Word, klipp ut det och klistra in det som bild",
    ),
}
EXTERNAL_IMAGE = (
    "mallen hämtar en bild utifrån ({target})",
    "Klicka på bilden i Word, klipp ut den och klistra in den igen, så ligger den i mallen",
)
EXTERNAL = _OUTSIDE
UNKNOWN = (
    "mallen innehåller något som programmet inte känner till ({kind})",
    "Ta bort det i Word, eller klistra in det som text eller bild",
)

# What the bytes of a picture begin with. Any other could be a drawing that fetches more.
PICTURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tiff": (b"II*\0", b"MM\0*"),
    "emf": (b"\x01\0\0\0",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0"),
}
