"""A marked Word file has a comment for each finding, at its place, and is otherwise the file that it was."""

from __future__ import annotations

import io

import pytest
from checked_drafts import CheckedDraft, checked, faulty, saved, word_file
from docx import Document as WordFile
from lxml import etree
from word_packages import WORD, canonical, comments, marked, members, parts, replaced, w, without_anchors

from linter.annotators import AnnotateFailure, annotate
from linter.annotators.docx.anchors import SHORT
from linter.annotators.docx.splitting import Part, split
from linter.language import render
from linter.model.document import Paragraph, Source
from linter.model.finding import Finding
from linter.model.message import Localised, Message
from linter.model.pack import Family

CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
HOSTILE = "</w:t><script>\x00\x1b[31m\x0b\ufffe\ud800\u202e]]>&amp;<!--"


def copy_of(word: CheckedDraft, language: str = "zh") -> bytes:
    return annotate(word.draft(language), "docx")


def again(word: CheckedDraft, data: bytes, family: Family) -> CheckedDraft:
    return checked(family, Source(word.source.name, data, "docx"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_has_one_comment(word: CheckedDraft, language: str) -> None:
    found = comments(copy_of(word, language))
    assert len(found) == len(word.result.findings) + 1
    said = list(found.values())[1:]
    for number, (finding, paragraphs) in enumerate(zip(word.result.findings, said, strict=True), 1):
        assert str(number) in paragraphs[0].partition("：" if language == "zh" else ":")[0]
        first = finding.hint or finding.headline or finding.message
        assert paragraphs[0].endswith(render(first, language))
        assert render(finding.headline or finding.message, language) in "".join(paragraphs)
        assert finding.source in paragraphs[-1]


def test_comments_hang_at_their_cells(word: CheckedDraft) -> None:
    data = copy_of(word)
    places = list(marked(data).values())[1:]
    assert len(places) == len(word.result.findings)
    by_rule = {finding.rule: place for finding, place in zip(word.result.findings, places, strict=True)}
    assert by_rule["requests-balance"][1] == "13"  # the suspect, not the first of the sum
    assert by_rule["review-totals"][1] == "4"
    assert by_rule["section-titles"][1] == "五、存在的主要问题及今后打算"
    assert next(by_rule["requests-balance"][0].iterancestors(w("tr")), None) is not None


def test_comments_on_the_same_words_stand_in_the_order_of_the_findings(word: CheckedDraft) -> None:
    """In a cell, in a heading, and in a run of a long paragraph."""
    draft = word.draft()
    long = next(
        block for block in draft.document.blocks if isinstance(block, Paragraph) and len(block.text.value) > SHORT
    )
    findings = draft.result.findings
    moved = tuple(finding._replace(span=long.text.span) for finding in findings)
    data = annotate(draft._replace(result=draft.result._replace(findings=(*findings, *findings, *moved))), "docx")
    root = etree.fromstring(parts(data)["word/document.xml"])
    for paragraph in root.iter(w("p")):
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            ids = [int(mark.get(w("id"), "")) for mark in paragraph.iter(w(name))]
            assert ids == sorted(ids)
    assert len(marked(data)) == 3 * len(findings) + 1


def test_nothing_else_is_changed(word: CheckedDraft) -> None:
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


def test_what_is_not_changed_is_copied_as_it_is_packed(word: CheckedDraft) -> None:
    """Byte for byte, so that a part of a gigabyte is never unpacked."""
    big = replaced(word.source.data, {"word/media/image1.bin": bytes(40_000_000)})
    data = annotate(word.draft()._replace(data=big), "docx")
    assert len(data) < len(big) + 20_000
    assert parts(data)["word/media/image1.bin"] == bytes(40_000_000)


def test_the_copy_opens_and_reads_like_the_draft(word: CheckedDraft, family: Family) -> None:
    data = copy_of(word)
    document = WordFile(io.BytesIO(data))
    assert {comment.author for comment in document.comments} == {"勾稽", "勾稽·错误", "勾稽·警告"}
    assert {str(comment.timestamp)[:16] for comment in document.comments} == {"2024-01-15 09:30"}
    rechecked = again(word, data, family)
    assert [finding.fingerprint for finding in rechecked.result.findings] == [
        finding.fingerprint for finding in word.result.findings
    ]


def test_a_copy_can_be_marked_again(word: CheckedDraft, family: Family) -> None:
    """Our own comments give way to new ones, in the other language too; those of other people stay."""
    first = copy_of(word)
    copy = WordFile(io.BytesIO(first))
    copy.add_comment(copy.paragraphs[0].runs[:1], text="请核对", author="张三")
    second = annotate(again(word, saved(copy), family).draft("en"), "docx")
    old, new = comments(first), comments(second)
    assert len(new) == len(old) + 1
    assert ["请核对"] in new.values()
    assert not {tuple(said) for said in old.values()} & {tuple(said) for said in new.values()}
    assert len(marked(second)) == len(new)


def test_an_answer_to_one_of_our_comments_stays(word: CheckedDraft, family: Family) -> None:
    """Word keeps who answers whom in a part of its own, by the identity of a paragraph."""
    first = copy_of(word)
    text = parts(first)["word/comments.xml"].decode()
    answer = (
        '<w:comment w:id="77" w:author="张三"><w:p w14:paraId="0000000B"><w:r><w:t>已核实</w:t></w:r></w:p></w:comment>'
    )
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    text = text.replace("<w:comment ", f'<w:comment {w14} w14:paraId="0000000A" ', 1)
    text = text.replace("</w:comments>", answer.replace("<w:comment ", f"<w:comment {w14} ") + "</w:comments>")
    second = annotate(again(word, replaced(first, {"word/comments.xml": text.encode()}), family).draft(), "docx")
    assert ["已核实"] in comments(second).values()
    assert len(comments(second)) == len(comments(first)) + 1


def test_comments_hang_on_the_words(family: Family) -> None:
    """A run is cut where the words begin and end, and each piece keeps its properties; no letter is lost."""
    document = word_file(faulty(family))
    paragraph = next(one for one in document.paragraphs if len(one.text) > SHORT)
    run = paragraph.add_run("全年按照按照要求办结，\t本局 2月30日前完成。")
    run.bold = True
    before = paragraph.text
    draft = checked(family, Source("a.docx", saved(document), "docx"))
    data = annotate(draft.draft(), "docx")
    said = {place[1] for place in marked(data).values()}
    assert {"按照按照", "2月30日", "本局"} <= said
    after = next(one for one in WordFile(io.BytesIO(data)).paragraphs if "按照按照" in one.text)
    assert after.text == before
    pieces = [one for one in after.runs if one.text and one.bold]
    assert "".join(one.text for one in pieces) == "全年按照按照要求办结，\t本局 2月30日前完成。"
    assert len(pieces) == 7


@pytest.mark.parametrize("content", ['<w:fldChar w:fldCharType="begin"/>', '<w:sym w:font="Symbol" w:char="F0B0"/>'])
def test_a_run_of_more_than_text_is_not_cut(content: str) -> None:
    run = etree.fromstring(f'<w:p xmlns:w="{WORD}"><w:r><w:t>按照按照办结</w:t>{content}</w:r></w:p>')[0]
    assert split([Part(run, 0, 4)], WORD) == {Part(run, 0, 4): (run, run)}
    assert len(run.getparent()) == 1  # type: ignore[arg-type]


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


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRODUCERS = "http://schemas.microsoft.com/office/"
OTHERS = f"<a:list xmlns:a='{PRODUCERS}word'><a:one a:paraId='1A2B3C4D' a:author='张三'/></a:list>"
BESIDE = {
    "comments": (
        OFFICE,
        f'<w:comments xmlns:w="{WORD}" xmlns:w14="{PRODUCERS}word/2010/wordml"><w:comment w:id="5" w:author="张三">'
        '<w:p w14:paraId="1A2B3C4D"><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>',
    ),
    "commentsExtended": (f"{PRODUCERS}2011/relationships", OTHERS),
    "commentsIds": (f"{PRODUCERS}2016/09/relationships", OTHERS),
    "people": (f"{PRODUCERS}2011/relationships", OTHERS),
}
"""Parts that Word keeps beside comments: who wrote them, which are done, and which answer which."""

AROUND = {
    "an insertion": '<w:ins w:id="900" w:author="李四">{}</w:ins>',
    "a link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "a content control": '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    "a field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "another's comment": '<w:commentRangeStart w:id="5"/>{}<w:commentRangeEnd w:id="5"/>'
    '<w:r><w:commentReference w:id="5"/></w:r>',
}  # fmt: skip


def with_comments(data: bytes, id: str = "5") -> bytes:
    """A draft on which others have commented."""
    names, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    relations = "".join(
        f'<Relationship Id="rc{name}" Type="{kind}/{name}" Target="/word/{name}.xml"/>'
        for name, (kind, _) in BESIDE.items()
    )
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="application/xml"/>' for name in BESIDE)
    old = parts(data)
    return replaced(
        data,
        {
            **{f"word/{name}.xml": content.replace('"5"', f'"{id}"').encode() for name, (_, content) in BESIDE.items()},
            names: old[names].replace(b"</Relationships>", relations.encode() + b"</Relationships>"),
            types: old[types].replace(b"</Types>", overrides.encode() + b"</Types>"),
        },
    )


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_what_others_have_put_in_stays(word: CheckedDraft, family: Family, around: str) -> None:
    """Around the very figure that is wrong; and what Word keeps of comments beside them."""
    draft = with_comments(word.source.data)
    figure = "<w:r><w:t>4</w:t></w:r>"
    text = parts(draft)["word/document.xml"].decode()
    assert text.count(figure) == 1
    draft = replaced(draft, {"word/document.xml": text.replace(figure, around.format(figure)).encode()})
    again_checked = again(word, draft, family)
    data = annotate(again_checked.draft(), "docx")
    before, after = parts(draft), parts(data)
    assert list(after) == list(before)
    assert {name for name in after if after[name] != before[name]} == {"word/document.xml", "word/comments.xml"}
    assert without_anchors(after["word/document.xml"]) == without_anchors(before["word/document.xml"])
    kept = etree.fromstring(after["word/comments.xml"])
    del kept[1:]
    assert canonical(kept) == canonical(etree.fromstring(before["word/comments.xml"]))
    places = [words for id, (_, words) in marked(data).items() if id != "5"]
    assert len(places) == len(again_checked.result.findings) + 1
    assert "4" in places


@pytest.mark.parametrize("id", ["2147483647", "99999999999999999999", "-1", "0", "x"])
def test_numbers_of_comments_are_new_and_fit_into_32_bits(word: CheckedDraft, family: Family, id: str) -> None:
    found = list(comments(annotate(again(word, with_comments(word.source.data, id), family).draft(), "docx")))
    assert found[0] == id
    assert len(set(found)) == len(found)
    assert all(0 <= int(one) < 2**31 for one in found[1:])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_stay_what_they_are(word: CheckedDraft, family: Family, encoding: str) -> None:
    text = parts(word.source.data)["word/document.xml"].decode()
    text = text.replace("UTF-8", "UTF-16") if encoding == "utf-16" else text
    data = replaced(word.source.data, {"word/document.xml": text.encode(encoding)})
    marked_copy = annotate(again(word, data, family).draft(), "docx")
    stored = parts(marked_copy)["word/document.xml"]
    assert stored[:2] == text.encode(encoding)[:2]
    assert without_anchors(stored) == canonical(etree.fromstring(text.encode(encoding)))


def test_a_text_box_is_marked_where_it_is_anchored(word: CheckedDraft) -> None:
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


def test_hostile_words_are_words(word: CheckedDraft) -> None:
    draft = word.draft()
    result = draft.result._replace(findings=tuple(map(hostile, draft.result.findings)))
    found = list(comments(annotate(draft._replace(result=result), "docx")).values())[1:]
    assert len(found) == len(result.findings)
    assert all("</w:t><script>" in paragraphs[0] and "</w:t><script>" in paragraphs[-1] for paragraphs in found)


def remarked(data: bytes) -> bytes:
    """An XML part with comments and processing instructions wherever they may stand but in a text."""
    root = etree.fromstring(data)
    for element in list(root.iter("*")):
        if element.tag != w("t"):
            element.insert(0, etree.Comment("a"))
            element.append(etree.ProcessingInstruction("b", "c"))
    root.addprevious(etree.Comment("before"))
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def test_comments_of_the_xml_are_no_parts_of_it(word: CheckedDraft, family: Family) -> None:
    draft = with_comments(word.source.data)
    names = ("[Content_Types].xml", "_rels/.rels", *CHANGED, "word/comments.xml", "word/styles.xml")
    other = replaced(draft, {name: remarked(parts(draft)[name]) for name in names})
    again_checked = again(word, other, family)
    assert again_checked.result.findings == again(word, draft, family).result.findings
    data = annotate(again_checked.draft(), "docx")
    assert [words for _, words in marked(data).values()] == [
        words for _, words in marked(annotate(again(word, draft, family).draft(), "docx")).values()
    ]
    assert parts(data)["word/comments.xml"].count(b"<!--a-->") == parts(other)["word/comments.xml"].count(b"<!--a-->")
    fresh = replaced(
        word.source.data,
        {name: remarked(parts(word.source.data)[name]) for name in ("[Content_Types].xml", *CHANGED)},
    )
    assert len(comments(annotate(again(word, fresh, family).draft(), "docx"))) == len(word.result.findings) + 1


DAMAGED = {
    "a torn list": {"[Content_Types].xml": b"<Types"},
    "comments that are no XML": {"word/comments.xml": b"\x00"},
    "comments with entities": {"word/comments.xml": b'<!DOCTYPE c [<!ENTITY a "b">]><c>&a;</c>'},
    "comments that are a bomb": {"word/comments.xml": b"<c>" + bytes(40_000_000)},
}


@pytest.mark.parametrize("changed", DAMAGED.values(), ids=DAMAGED)
def test_damaged_parts_are_refused(word: CheckedDraft, changed: dict[str, bytes]) -> None:
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


def claiming(data: bytes, name: str, size: int) -> bytes:
    """The package, in which the part `name` says that it has `size` bytes unpacked."""
    changed = bytearray(data)
    for sign, offset, head in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = changed.find(sign)
        while changed[at + head : at + head + len(name)] != name.encode():
            at = changed.find(sign, at + 4)
        changed[at + offset : at + offset + 4] = size.to_bytes(4, "little")
    return bytes(changed)


PICTURE = "word/media/image1.bin"


@pytest.mark.parametrize("size", [0xFFFF_FFFE, 0xF000_0000])
def test_a_size_that_cannot_be_is_not_passed_on(word: CheckedDraft, size: int) -> None:
    data = claiming(replaced(word.source.data, {PICTURE: b"picture"}), PICTURE, size)
    with pytest.raises(AnnotateFailure) as failure:
        annotate(word.draft()._replace(data=data), "docx")
    assert failure.value.message.key == "read.docx-damaged"


@pytest.mark.parametrize(("most", "refused"), [(50, False), (49, True)])
def test_a_copy_unpacks_to_no_more_than_any_report(
    word: CheckedDraft, most: int, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {name: len(content) for name, content in parts(word.source.data).items() if name not in CHANGED}
    limit = sum(sizes.values()) + most
    monkeypatch.setattr("linter.annotators.docx.parts.LARGEST_COPIED", limit)
    draft = word.draft()._replace(data=replaced(word.source.data, {PICTURE: bytes(50)}))
    if not refused:
        assert annotate(draft, "docx")
        return
    with pytest.raises(AnnotateFailure) as failure:
        annotate(draft, "docx")
    assert failure.value.message.key == "read.docx-too-large"
