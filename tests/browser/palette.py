"""A picture of a page as a small PNG of 256 colours, encoded here so that no library is needed."""

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

MOST = 256
Pixels = NDArray[np.uint8]

_TO_PIXELS = """async (png) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let bytes = "";
    for (let i = 0; i < data.length; i += 32768) bytes += String.fromCharCode(...data.subarray(i, i + 32768));
    return [bitmap.width, bitmap.height, btoa(bytes)];
}"""


def shrink(png: bytes, blank: Page) -> bytes:
    """Return a screenshot with at most 256 colours; *blank* is a page of about:blank, which decodes it."""
    width, height, data = blank.evaluate(_TO_PIXELS, base64.b64encode(png).decode())
    rgba = np.frombuffer(base64.b64decode(data), np.uint8).reshape(height, width, 4)
    return encode(*indexed(rgba[:, :, :3]))


def indexed(rgb: Pixels) -> tuple[Pixels, Pixels]:
    """Return which colour of a palette each pixel has, ``[height, width]``, and the palette, ``[n, 3]``.

    The most frequent colours stay as they are; of letters' soft edges each becomes its nearest.
    """
    packed = (rgb.astype(np.uint32) * np.array([65536, 256, 1], np.uint32)).sum(2, dtype=np.uint32)
    colours, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-counts, kind="stable")[:MOST])
    parts = np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], 1).astype(np.int32)
    nearest = np.empty(len(colours), np.uint8)
    for first in range(0, len(colours), 1024):
        far = ((parts[first : first + 1024, None] - parts[None, kept]) ** 2).sum(2)
        nearest[first : first + 1024] = far.argmin(1)
    return nearest[inverse.reshape(packed.shape)], parts[kept].astype(np.uint8)


def encode(pixels: Pixels, palette: Pixels) -> bytes:
    """Write an indexed PNG (ISO/IEC 15948), without filters, which serve photographs."""
    height, width = pixels.shape

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels], 1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"PLTE", palette.tobytes()) + chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")
