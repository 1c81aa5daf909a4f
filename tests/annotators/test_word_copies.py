"""A marked Word file has a comment for each finding, at its place, and is otherwise the file that it was."""

from __future__ import annotations

import io

import pytest
from checked_drafts import Checked, checked, faulty, saved, word_file
from docx import Document as WordFile
from lxml import etree
from word_packages import canonical, comments, marked, members, parts, replaced, w, without_anchors

from linter.annotators import AnnotateFailure, annotate
from linter.language import render
from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.message import Localised, Message
from linter.model.pack import Family

CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
HOSTILE = "</w:t><script>\x00\x1b[31m\x0b\ufffe\ud800\u202e]]>&amp;<!--"


def copy_of(word: Checked, language: str = "zh") -> bytes:
    return annotate(word.draft(language), "docx")


def again(word: Checked, data: bytes, family: Family) -> Checked:
    return checked(family, Source(word.source.name, data, "docx"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_has_one_comment(word: Checked, language: str) -> None:
    found = comments(copy_of(word, language))
    assert len(found) == len(word.result.findings) + 1
    said = list(found.values())[1:]
    for finding, paragraphs in zip(word.result.findings, said, strict=True):
        assert finding.title.in_language(language) in paragraphs[0]
        assert render(finding.message, language) == paragraphs[1]
        assert any(finding.source in paragraph for paragraph in paragraphs)
        assert all(any(other.title.in_language(language) in one for one in paragraphs) for other in finding.related)
        if finding.hint is not None:
            assert any(render(finding.hint, language) in paragraph for paragraph in paragraphs)


def test_comments_hang_at_their_cells(word: Checked) -> None:
    data = copy_of(word)
    places = list(marked(data).values())[1:]
    assert len(places) == len(word.result.findings)
    by_rule = {finding.rule: place for finding, place in zip(word.result.findings, places, strict=True)}
    assert by_rule["requests-balance"][1] == "12"
    assert by_rule["review-totals"][1] == "4"
    assert by_rule["section-titles"][1] == "五、存在的主要问题及今后打算"
    assert next(by_rule["requests-balance"][0].iterancestors(w("tr")), None) is not None


def test_nothing_else_is_changed(word: Checked) -> None:
    before, after = members(word.source.data), members(copy_of(word))
    assert [(name, method) for name, method, _ in after[:-1]] == [(name, method) for name, method, _ in before]
    assert after[-1][0] == "word/comments.xml"
    for (name, _, content), (_, _, copied) in zip(before, after, strict=False):
        assert copied == content or name in CHANGED
    old, new = parts(word.source.data), parts(copy_of(word))
    assert without_anchors(new["word/document.xml"]) == canonical(etree.fromstring(old["word/document.xml"]))
    for name in CHANGED - {"word/document.xml"}:
        root = etree.fromstring(new[name])
        root.remove(root[-1])
        assert canonical(root) == canonical(etree.fromstring(old[name]))
    for name in CHANGED:
        assert new[name].partition(b"?>")[0] == old[name].partition(b"?>")[0]


def test_what_is_not_changed_is_copied_as_it_is_packed(word: Checked) -> None:
    """Byte for byte, so that a part of a gigabyte is never unpacked."""
    big = replaced(word.source.data, {"word/media/image1.bin": bytes(40_000_000)})
    data = annotate(word.draft()._replace(data=big), "docx")
    assert len(data) < len(big) + 20_000
    assert parts(data)["word/media/image1.bin"] == bytes(40_000_000)


def test_the_copy_opens_and_reads_like_the_draft(word: Checked, family: Family) -> None:
    data = copy_of(word)
    document = WordFile(io.BytesIO(data))
    assert {comment.author for comment in document.comments} == {"勾稽 gouji"}
    assert {str(comment.timestamp)[:16] for comment in document.comments} == {"2024-01-15 09:30"}
    rechecked = again(word, data, family)
    assert [finding.fingerprint for finding in rechecked.result.findings] == [
        finding.fingerprint for finding in word.result.findings
    ]


def test_a_copy_can_be_marked_again(word: Checked, family: Family) -> None:
    """Comments that are there stay, and new ones go on with their numbers."""
    first = copy_of(word)
    second = annotate(again(word, first, family).draft("en"), "docx")
    assert [name for name, *_ in members(second)] == [name for name, *_ in members(first)]
    old, new = comments(first), comments(second)
    assert {id: new[id] for id in old} == old
    assert len(new) == 2 * len(old)
    assert len(marked(second)) == len(new)


def test_a_draft_with_comments_keeps_them(family: Family) -> None:
    document = word_file(faulty(family))
    paragraph = document.paragraphs[0]
    document.add_comment(paragraph.runs, text="请核对", author="张三")
    draft = checked(family, Source("a.docx", saved(document), "docx"))
    data = annotate(draft.draft(), "docx")
    said = [paragraphs for paragraphs in comments(data).values() if paragraphs == ["请核对"]]
    assert len(said) == 1
    assert len(comments(data)) == len(draft.result.findings) + 2
    assert [name for name, *_ in members(data)] == [name for name, *_ in members(draft.source.data)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_stay_what_they_are(word: Checked, family: Family, encoding: str) -> None:
    text = parts(word.source.data)["word/document.xml"].decode()
    text = text.replace("UTF-8", "UTF-16") if encoding == "utf-16" else text
    data = replaced(word.source.data, {"word/document.xml": text.encode(encoding)})
    marked_copy = annotate(again(word, data, family).draft(), "docx")
    stored = parts(marked_copy)["word/document.xml"]
    assert stored[:2] == text.encode(encoding)[:2]
    assert without_anchors(stored) == canonical(etree.fromstring(text.encode(encoding)))


def test_a_text_box_is_marked_where_it_is_anchored(word: Checked) -> None:
    """Word knows no comments in text boxes."""
    stored = parts(word.source.data)["word/document.xml"].decode()
    box = "<w:r><w:pict><v:textbox xmlns:v='urn:v'><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
    start = stored.index("<w:body>") + len("<w:body>")
    end = stored.index("</w:p>") + len("</w:p>")
    boxed = stored[:start] + f"<w:p>{box.format(stored[start:end])}</w:p>" + stored[end:]
    data = replaced(word.source.data, {"word/document.xml": boxed.encode()})
    root = etree.fromstring(parts(annotate(word.draft()._replace(data=data), "docx"))["word/document.xml"])
    assert list(root.iter(w("commentRangeStart")))
    assert not [mark for mark in root.iter(w("commentRangeStart")) if next(mark.iterancestors(w("txbxContent")), None)]


def hostile(finding: Finding) -> Finding:
    message = Message("report.list", {"items": HOSTILE})
    return finding._replace(
        title=Localised(HOSTILE, HOSTILE), message=message, source=HOSTILE, hint=message, rule=HOSTILE
    )


def test_hostile_words_are_words(word: Checked) -> None:
    draft = word.draft()
    result = draft.result._replace(findings=tuple(map(hostile, draft.result.findings)))
    found = list(comments(annotate(draft._replace(result=result), "docx")).values())[1:]
    assert len(found) == len(result.findings)
    assert all("</w:t><script>" in paragraphs[0] and "</w:t><script>" in paragraphs[-1] for paragraphs in found)


DAMAGED = {
    "a torn list": {"[Content_Types].xml": b"<Types"},
    "comments that are no XML": {"word/comments.xml": b"\x00"},
    "comments with entities": {"word/comments.xml": b'<!DOCTYPE c [<!ENTITY a "b">]><c>&a;</c>'},
    "comments that are a bomb": {"word/comments.xml": b"<c>" + bytes(40_000_000)},
}


@pytest.mark.parametrize("changed", DAMAGED.values(), ids=DAMAGED)
def test_damaged_parts_are_refused(word: Checked, changed: dict[str, bytes]) -> None:
    relation = (
        b'<Relationship Id="rc" Target="comments.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'
    )
    name = "word/_rels/document.xml.rels"
    changed = dict(changed)
    if "word/comments.xml" in changed:
        changed[name] = parts(word.source.data)[name].replace(b"</Relationships>", relation)
    with pytest.raises(AnnotateFailure):
        annotate(word.draft()._replace(data=replaced(word.source.data, changed)), "docx")
