"""Characters of symbol fonts (`w:sym`) as the characters that they show."""

from __future__ import annotations

from collections.abc import Mapping

_PRIVATE = range(0xF000, 0xF100)  # where Word puts the 256 characters of a symbol font
_ASCII = range(0x20, 0x7F)
_UNKNOWN = "•"

_WINGDINGS: Mapping[int, str] = {
    **{0x80 + count: sign for count, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8B + count: sign for count, sign in enumerate("⓿❶❷❸❹❺❻❼❽❾❿")},
    **{0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x9F: "•", 0xA1: "○", 0xA8: "□"},
    **{0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_SYMBOL: Mapping[int, str] = {
    **{0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0x2D: "−"},
    **{code: chr(code) for code in _ASCII if not chr(code).isalpha() and code != 0x2D},
}


def symbol(font: str, code: str) -> str:
    """The character with the hexadecimal `code` in `font`; a bullet for a picture that no character is known for."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in _PRIVATE:
        point -= _PRIVATE.start
        return (_WINGDINGS if font.lower().startswith("wingdings") else _SYMBOL).get(point, _UNKNOWN)
    if not 0x20 <= point < 0x110000 or 0xD800 <= point < 0xE000:
        return ""
    return chr(point)
