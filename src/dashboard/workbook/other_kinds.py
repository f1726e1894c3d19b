"""Files that are something else than a workbook, whatever their names say: what each is, and what to do with it."""

from zipfile import ZipFile

SAVE_AS = "gem den som 'Excel-projektmappe (.xlsx)'"
OPEN, COPY = f"Åbn den i Excel, og {SAVE_AS}", f"Kopiér tabellen ind i en projektmappe i Excel, og {SAVE_AS}"
ASK = "Bed afsenderen om den projektmappe, som den er lavet af"
UNPACK = "Pak den ud, og send projektmapperne i den hver for sig"
IN_WORD = "Åbn det i Word, og gem det som 'Word-dokument (.docx)'"
OLD_DOCUMENT = f"et gammelt Word-dokument (.doc). {IN_WORD}"
SLIDES, PICTURE = f"en PowerPoint-præsentation. {COPY}", f"et billede. {ASK}"
OLD_WORKBOOK = f"en gammel projektmappe (.xls). {OPEN}"
TEXT = f"en tekstfil (fx .csv), som ingen farver har. Er det en tabel, så skriv farverne som ord, og {SAVE_AS} i Excel"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = {  # of an old Office file
    "WordDocument": OLD_DOCUMENT,
    "PowerPoint Document": SLIDES,
    "__substg1.0_": "en mail fra Outlook. Gem den projektmappe, der er vedhæftet, og send den",
    "Workbook": OLD_WORKBOOK,
    "Book": OLD_WORKBOOK,
}
SIGNATURES = {
    b"%PDF": f"en PDF-fil. {ASK}",
    b"{\\rtf": f"et dokument i Rich Text (.rtf). {IN_WORD}",
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"7z\xbc\xaf": f"en pakket fil (.7z). {UNPACK}",
    b"Rar!": f"en pakket fil (.rar). {UNPACK}",
    b"\x1f\x8b": f"en pakket fil (.gz). {UNPACK}",
    b"\xff\xfe": TEXT,
    b"\xfe\xff": TEXT,
}
PARTS = {
    "xl/workbook.bin": f"en binær projektmappe (.xlsb). {OPEN}",
    "ppt/presentation.xml": SLIDES,
    "Index/Document.iwa": "et dokument fra Numbers eller Pages. Eksportér det som Excel-projektmappe (.xlsx)",
}
OPEN_DOCUMENTS = {  # by the last word of their kind
    "text": f"et tekstdokument (.odt). {IN_WORD}",
    "presentation": f"en præsentation (.odp). {COPY}",
}
MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml")
PROLOGUE = 4096


def other_kind(content: bytes) -> str | None:
    """Say what a file is that is no package, and what to do with it; None when nothing is known of it."""
    if content.startswith(OLE):
        told = (kind for stream, kind in STREAMS.items() if stream.encode("utf-16-le") in content)
        return next(told, f"et gammelt Office-dokument. {COPY}")
    signed = next((kind for signature, kind in SIGNATURES.items() if content.startswith(signature)), None)
    if signed is not None:
        return signed
    if content[:PROLOGUE].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(MARKUP):
        return f"en internetside eller XML-fil. {OPEN}"
    return None if b"\x00" in content[:PROLOGUE] else TEXT


def other_package(package: ZipFile) -> str | None:
    """Say what a package is that holds no workbook, and what to do with it; None when it may be one."""
    names = package.namelist()
    known = next((kind for part, kind in PARTS.items() if part in names), None)
    if known is None and "content.xml" in names:
        kind = package.open("mimetype").read(PROLOGUE).decode("ascii").rpartition(".")[2] if "mimetype" in names else ""
        return OPEN_DOCUMENTS.get(kind, f"et OpenDocument-ark (.ods). {OPEN}")
    if known is None and not any(name.startswith(("xl/", "xl\\", "word/", "[Content_Types]")) for name in names):
        return f"en pakket fil (.zip). {UNPACK}"
    return known
