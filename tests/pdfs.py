"""Small PDFs, written by hand: one page for each text, in one line each; "" makes a page without words."""

import io
import zlib

from pypdf import PdfReader, PdfWriter


def pdf(*pages: str, packed: int = 0) -> bytes:
    """Return a PDF with these words on its pages; a line break begins a new line.

    *packed* blanks follow the words of each page, packed as streams are: a few kB may be many MB.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, words in enumerate(pages):
        lines = "".join(f"({_escaped(line)}) Tj 0 -14 Td " for line in words.split("\n"))
        drawn = f"BT /F1 12 Tf 72 720 Td {lines} ET".encode("cp1252") if words else b""
        size = "/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
        contents = f"/Contents {first + 2 * n + 1} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {size} {contents} >>".encode())
        kind = b""
        if packed:
            drawn, kind = zlib.compress(drawn + b" " * packed), b"/Filter /FlateDecode "
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(drawn), drawn))
    return _file(objects)


def locked(content: bytes, password: str) -> bytes:
    """Return it encrypted, to be opened with a password."""
    writer, written = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: list[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(written)
    size = len(objects) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return written + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
